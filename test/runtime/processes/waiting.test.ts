// What a command was held up by when its time ran out: real processes, each waiting for something else.
import { existsSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { raise, type Waiting } from "../../../src/records/index.ts";
import { waitingClause } from "../../../src/runtime/processes/waiting/clause.ts";
import { lockHolder } from "../../../src/runtime/processes/waiting/locks.ts";
import { addressOf } from "../../../src/runtime/processes/waiting/sockets.ts";
import { parseSyscall } from "../../../src/runtime/processes/waiting/syscalls.ts";
import { command, createFixture, type Fixture, faultOf, redirected, shell } from "./fixture.ts";

let fixture: Fixture;
let server: Server | undefined;

beforeEach(() => {
  fixture = createFixture();
});

afterEach(async () => {
  await new Promise((resolve) => (server === undefined ? resolve(null) : server.close(resolve)));
  server = undefined;
  await fixture.finish();
  fixture.dispose();
});

type Stage = Parameters<Fixture["output"]>[0];

/** How long a program may take to come to the point where it waits. */
const limit = 700;
const slowStart = 2500;

/** What the first stage was held up by, and what its fault says of that. */
async function waitingIn(...stages: Stage[]): Promise<Waiting | undefined> {
  const [first, ...others] = stages;
  const fault = await faultOf(() => fixture.api.run(fixture.flow, 0, [{ limit, ...first }, ...others], raise));
  expect(fault.kind).toBe("TimeoutFault");
  expect(fault.symptom.message).toContain(waitingClause(fault.symptom.waiting));
  return fault.symptom.waiting;
}

/** A server of this host that takes connections and never says a word. */
async function silentServer(): Promise<number> {
  server = createServer((socket) => socket.on("error", () => {}).unref()).listen(0, "127.0.0.1");
  await new Promise((resolve) => server?.once("listening", resolve));
  const address = server.address();
  return typeof address === "object" ? (address?.port ?? 0) : 0;
}

/** Node as an argument list: what it runs needs no shell. */
const node = (code: string): Stage => ({ ...command(process.execPath, "-e", code), limit: slowStart });

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe("a command whose time ran out", () => {
  it("slept", async () => {
    expect(await waitingIn(command("sleep", "30"))).toEqual({ on: "timer" });
  });

  it("ran a child that slept", async () => {
    expect(await waitingIn(shell("sleep 30; true"))).toEqual({ on: "timer" });
  });

  it("ran an endless loop", async () => {
    const waiting = await waitingIn(shell("while :; do :; done"));
    expect(waiting?.on).toBe("processor");
    expect(waiting?.share).toBeGreaterThan(0);
  });

  it("started one program after the other without an end", async () => {
    expect((await waitingIn(shell("while :; do /bin/true; done")))?.on).toBe("processor");
  });

  it("waited for a peer that never answers", async () => {
    const port = await silentServer();
    const client = node(`require("net").connect(${port}, "127.0.0.1").resume()`);
    expect(await waitingIn(client)).toEqual({ on: "peer", subject: `127.0.0.1:${port}` });
  });

  it.skipIf(!existsSync("/bin/nc"))("waited for a peer in a read of its own (needs nc)", async () => {
    const port = await silentServer();
    const client = redirected(command("nc", "127.0.0.1", String(port)), { op: "<", target: "/dev/null", fd: 0 });
    expect(await waitingIn(client)).toEqual({ on: "peer", subject: `127.0.0.1:${port}` });
  });

  it("waited for a lock that another process has", async () => {
    const path = join(fixture.folder, "lock");
    const holder = fixture.api.run(
      fixture.flow,
      0,
      [{ ...command("flock", path, "sh", "-c", "touch held; sleep 30"), limit: 4000 }],
      raise,
    );
    await until(() => existsSync(join(fixture.folder, "held")));
    const waiting = await waitingIn(command("flock", path, "true"));
    expect(waiting).toMatchObject({ on: "lock", subject: path });
    expect(waiting?.holder).toMatch(/^flock \(\d+\)$/);
    await holder.catch(() => {});
  });

  it("opened a named pipe that nobody writes to", async () => {
    const path = join(fixture.folder, "pipe");
    await fixture.api.run(fixture.flow, 0, [command("mkfifo", path)], raise);
    expect(await waitingIn(command("cat", path))).toEqual({ on: "input", subject: path });
    // Here it is the engine that opens it.
    expect(await waitingIn(redirected(command("cat"), { op: "<", target: path, fd: 0 }))).toEqual({
      on: "input",
      subject: path,
    });
    // And this one has opened it, and reads.
    expect(await waitingIn(shell('exec cat <>"$0"', path))).toMatchObject({ on: "input", subject: path });
  });

  it("waited for another stage of its pipeline", async () => {
    const stages = [command("sleep", "2"), { ...command("cat"), limit }];
    const fault = await faultOf(() => fixture.api.run(fixture.flow, 0, stages, raise));
    expect(fault.symptom.waiting?.on).toBe("input");
    expect(fault.symptom.waiting?.holder).toMatch(/^sleep \(\d+\)$/);
  });

  it("filled a pipe that nobody reads", async () => {
    const waiting = await waitingIn(command("yes"), command("sleep", "2"));
    expect(waiting?.on).toBe("reader");
    expect(waiting?.holder).toMatch(/^sleep \(\d+\)$/);
  });

  it("waited within itself: the end of the chain decides", async () => {
    expect(await waitingIn(shell("yes | sleep 30"))).toEqual({ on: "timer" });
    expect(await waitingIn(shell("sleep 30 | cat"))).toEqual({ on: "timer" });
  });

  it("was stopped", async () => {
    expect(await waitingIn(shell("kill -STOP $$; true"))).toEqual({ on: "stopped" });
  });

  it("was a group: what runs in it decides", async () => {
    const group = async (flow: Parameters<NonNullable<Stage["group"]>>[0]): Promise<undefined> => {
      await fixture.api.run(flow, 0, [command("sleep", "30")], raise);
    };
    expect(await waitingIn({ group })).toEqual({ on: "timer" });
  });

  it("had threads: one of them decides", async () => {
    // The main thread of Node waits for events, and its worker for ever for a signal of nobody.
    const code = `new (require("worker_threads").Worker)("Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)", { eval: true })`;
    expect((await waitingIn(node(code)))?.on).toMatch(/lock|timer/);
  });
});

describe("the parts", () => {
  it("read addresses as the kernel writes them", () => {
    expect(addressOf("0100007F:1538")).toBe("127.0.0.1:5432");
    expect(addressOf("00000000:0000")).toBeUndefined();
    expect(addressOf("0000000000000000FFFF00000700000A:01BB")).toBe("10.0.0.7:443");
    expect(addressOf("B80D01200000000000000000 07000000:01BB".replace(" ", ""))).toBe("[2001:db8::7]:443");
    expect(addressOf("00000000000000000000000001000000:0050")).toBe("[::1]:80");
    expect(addressOf("nonsense")).toBeUndefined();
  });

  it("find the holder of a lock behind several that wait", () => {
    const text = [
      "1: POSIX  ADVISORY  READ 10 fe:00:1 0 EOF",
      "2: FLOCK  ADVISORY  WRITE 20 fe:00:2 0 EOF",
      "2: -> FLOCK  ADVISORY  WRITE 30 fe:00:2 0 EOF",
      "2:  -> FLOCK  ADVISORY  WRITE 31 fe:00:2 0 EOF",
    ].join("\n");
    expect(lockHolder(30, text)).toBe(20);
    expect(lockHolder(31, text)).toBe(20);
    expect(lockHolder(20, text)).toBeUndefined();
    expect(lockHolder(1, "")).toBeUndefined();
  });

  it("read system calls, also those that they do not know", () => {
    const sleep = process.arch === "arm64" ? 115 : 230;
    expect(parseSyscall(`${sleep} 0x0 0x1 0x2 0x3 0x4 0x5 0x7ffe 0x7f83\n`)).toEqual({
      call: "sleep",
      arguments: [0, 1, 2, 3, 4, 5],
    });
    expect(parseSyscall("99999 0x0")?.call).toBe("other");
    for (const text of ["running\n", "-1 0x7ffe 0x7f83\n", ""]) expect(parseSyscall(text)).toBeUndefined();
  });
});
