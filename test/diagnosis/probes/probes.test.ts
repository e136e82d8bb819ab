// Name servers and ports are real ones, in a thread of their own: the questions wait.
import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { variableIn } from "../../../src/diagnosis/environment.ts";
import { askName, askNameHere } from "../../../src/diagnosis/probes/names.ts";
import { portInMessage, portOf } from "../../../src/diagnosis/probes/ports.ts";
import { askPort } from "../../../src/diagnosis/probes/sockets.ts";
import { wayBy, wayTo } from "../../../src/diagnosis/probes/ways.ts";
import { word } from "../symptoms.ts";

/** Answers by the first label of the name: an address, "no such name", "cannot tell", nothing, or rubbish. */
const nameServer = `
const { createSocket } = require("node:dgram");
const { parentPort } = require("node:worker_threads");
const socket = createSocket("udp4");
let isMute = true;
parentPort.on("message", (mute) => { isMute = mute; parentPort.postMessage("so"); });
socket.on("message", (query, from) => {
  const label = query.toString("ascii", 13, 13 + query[12]);
  if (label === "silent" || (query[12] === 0 && isMute)) return;
  if (query[12] === 0) return void socket.send(query, from.port, from.address);
  const answer = Buffer.concat([query, Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 10, 0, 0, 7])]);
  answer[2] = 0x81;
  answer[3] = label === "unknown" ? 3 : label === "failing" ? 2 : 0;
  if (label === "known") answer[7] = 1;
  const rubbish = Buffer.from([1, 2, 3]);
  socket.send(label === "rubbish" ? rubbish : answer, from.port, from.address);
});
socket.bind(0, "127.0.0.1", () => parentPort.postMessage(socket.address().port));
`;

describe("names", () => {
  let worker: Worker;
  let port = 0;
  beforeAll(async () => {
    worker = new Worker(nameServer, { eval: true });
    port = await new Promise<number>((resolve) => worker.once("message", resolve));
  });
  afterAll(() => worker.terminate());
  const ask = (name: string, time = 2000) => askName(name, time, [{ address: "127.0.0.1", port }]);

  test("are known, unknown, or cannot be told", () => {
    expect(ask("known.example.org")).toEqual({ state: "known", address: "10.0.0.7" });
    expect(ask("unknown.example.org")).toEqual({ state: "unknown" });
    expect(ask("failing.example.org")).toEqual({ state: "failing" });
    expect(ask("rubbish.example.org")).toEqual({ state: "failing" });
    expect(ask("other.example.org.")).toEqual({ state: "known" });
  });

  test("may get no answer, which ends in time, or find no name server", () => {
    expect(ask("silent.example.org", 20)).toEqual({ state: "silent", server: "127.0.0.1" });
    expect(askName("a.example.org", 2000, [{ address: "127.0.0.1", port: 1 }])).toEqual({
      state: "refused",
      server: "127.0.0.1",
    });
    expect(askName("a.example.org", 20, [])).toBeUndefined();
  });

  test("of a silent domain are told from a silent server, which does not know the root either", async () => {
    worker.postMessage(false);
    await new Promise((resolve) => worker.once("message", resolve));
    expect(ask("silent.example.org", 100)).toEqual({ state: "failing" });
    worker.postMessage(true);
    await new Promise((resolve) => worker.once("message", resolve));
  });

  test("may stand in this host's own list", () => {
    const list = join(mkdtempSync(join(tmpdir(), "hosts-")), "hosts");
    writeFileSync(list, "127.0.0.1 localhost\n10.0.0.9 Web.example.org web # ours\n");
    expect(askNameHere("web.example.org.", 1, list)).toEqual({ state: "known", address: "10.0.0.9", pinned: "alike" });
  });

  test("that are none are not asked for", () => {
    for (const name of ["a b", `${"x".repeat(64)}.org`, "a..b", "é.org", "x.".repeat(200)])
      expect(ask(name, 20), name).toBeUndefined();
  });
});

describe("ports", () => {
  let server: Server;
  let port = 0;
  beforeAll(async () => {
    server = createServer(() => {});
    port = await new Promise<number>((resolve) => {
      server.listen(0, "127.0.0.1", () => {
        const address = server.address();
        resolve(typeof address === "object" && address !== null ? address.port : 0);
      });
    });
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  test("are open or refuse", () => {
    expect(askPort("127.0.0.1", port, 1000)).toBe("open");
    expect(askPort("127.0.0.1", 1, 1000)).toBe("refused");
    expect(askPort("300.0.0.1", 80, 20)).toBeUndefined();
    expect(askPort("127.0.0.1", 0, 20)).toBeUndefined();
    expect(askPort("web.example.org", 80, 20)).toBeUndefined();
  });

  test("are read from words", () => {
    const port = (program: string, line: string) =>
      portOf(
        program,
        line.split(" ").map((text) => word(text)),
      );
    expect(port("curl", "-s http://10.0.0.7/x")).toBe(80);
    expect(port("curl", "https://u:p@web.example.org:8443/x?y#z")).toBe(8443);
    expect(port("curl", "https://[::1]/")).toBe(443);
    expect(port("ssh", "-p 2222 web1 true")).toBe(2222);
    expect(port("ssh", "web1")).toBe(22);
    expect(port("psql", "--port=5433 -h db")).toBe(5433);
    expect(port("nc", "-z 10.0.0.7 99")).toBe(99);
    expect(port("rsync", "rsync://10.0.0.7/m/ .")).toBe(873);
    expect(port("ping", "10.0.0.7")).toBeUndefined();
  });
});

describe("ways", () => {
  const head = "Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\n";
  const routes = `${head}eth0\t00000000\t0200580A\t0003\t0\t0\t0\t00000000\neth0\t0000580A\t00000000\t0001\t0\t0\t0\t00FFFFFF\n`;
  const neighbours = (address: string, flags: string) =>
    `IP address       HW type     Flags       HW address            Mask     Device\n${address}        0x1         ${flags}         00:00:00:00:00:00     *        eth0\n`;

  test("lead to this host", () => {
    expect(wayTo("127.0.0.1")).toBe("clear");
    expect(wayTo("web.example.org")).toBeUndefined();
  });

  test("end at a gateway or a neighbour that does not answer", () => {
    expect(wayBy("192.0.2.7", routes, neighbours("10.88.0.2", "0x0"))).toBe("gateway-silent");
    expect(wayBy("10.88.0.7", routes, neighbours("10.88.0.7", "0x0"))).toBe("neighbour-silent");
    expect(wayBy("10.88.0.7", routes, neighbours("10.88.0.2", "0x0"))).toBe("clear");
    expect(wayBy("192.0.2.7", routes, neighbours("10.88.0.2", "0x2"))).toBe("clear");
    expect(wayBy("192.0.2.7", "", "")).toBe("clear");
  });
});

test("a port stands behind its host in a message", () => {
  expect(portInMessage("dial tcp 10.0.0.7:2375: connect: refused", "10.0.0.7")).toBe(2375);
  expect(portInMessage('connection to server at "db" (10.0.0.7), port 5433 failed', "db")).toBe(5433);
  expect(portInMessage("Failed to connect to web.example.org port 8080 after 0 ms", "web.example.org")).toBe(8080);
  expect(portInMessage("web.example.org: not found", "web.example.org")).toBeUndefined();
  expect(portInMessage("web.example.org:99999", "web.example.org")).toBeUndefined();
});

test("a variable holds a word as a whole", () => {
  const variables = { PATH: "/x/db.example.org", B_URL: "http://db.example.org:80/", A_URL: "http://mydb.example.org" };
  expect(variableIn(variables, "db.example.org")).toBe("B_URL");
  expect(variableIn(variables, "example.org")).toBeUndefined();
  expect(variableIn(variables, "db")).toBeUndefined();
});
