// The fault proxy between a real client and a real server on loopback.
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readBehaviour, serveProxy } from "../../src/injection/index.ts";

let server: Server;
let port: number;

beforeAll(async () => {
  server = createServer((_, response) => response.end("x".repeat(1000)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());

/** What a client gets that asks through a proxy of this kind: the text and how it ended. */
async function ask(words: string, times = 1): Promise<readonly string[]> {
  const behaviour = words === "" ? {} : readBehaviour(words);
  if (typeof behaviour === "string") throw new Error(behaviour);
  const proxy = await serveProxy({ host: "127.0.0.1", port: 0, to: { host: "127.0.0.1", port }, behaviour });
  const answers: string[] = [];
  for (let at = 0; at < times; at += 1) answers.push(await once(proxy.port));
  await proxy.close();
  return answers;
}

function once(to: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(to, "127.0.0.1");
    let got = "";
    socket.setEncoding("latin1").on("data", (text) => {
      got += String(text);
    });
    socket.on("error", (error) => resolve(`${got.length} ${(error as NodeJS.ErrnoException).code}`));
    socket.on("end", () => resolve(`${got.split("\r\n")[0]} ${got.length}`));
    socket.on("connect", () => socket.write("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
    setTimeout(() => {
      resolve(`${got.length} silence`);
      socket.destroy();
    }, 700).unref();
  });
}

describe("the proxy", () => {
  it("lets everything through where nothing is said", async () => {
    expect(await ask("")).toEqual([expect.stringMatching(/^HTTP\/1.1 200 OK 1\d{3}$/)]);
    expect(await ask("latency=20ms")).toEqual([expect.stringMatching(/^HTTP\/1.1 200 OK 1\d{3}$/)]);
  });

  it("refuses, cuts, is silent, answers by itself", async () => {
    expect(await ask("refuse")).toEqual(["0 ECONNRESET"]);
    expect(await ask("reset")).toEqual(["0 ECONNRESET"]);
    expect(await ask("reset=100B")).toEqual([expect.stringMatching(/^\d+ ECONNRESET$/)]);
    expect(await ask("silent")).toEqual(["0 silence"]);
    expect(await ask("status=503")).toEqual([expect.stringMatching(/^HTTP\/1.1 503 Service Unavailable/)]);
  });

  it("treats the first connections alone badly", async () => {
    expect(await ask("refuse,fail-first=2", 3)).toEqual([
      "0 ECONNRESET",
      "0 ECONNRESET",
      expect.stringContaining("200 OK"),
    ]);
  });

  it("sends so many bytes a second", async () => {
    expect(await ask("bandwidth=100B")).toEqual([expect.stringMatching(/^[1-9]\d? silence$/)]);
  });

  it("resets where nobody is behind it", async () => {
    const proxy = await serveProxy({ host: "127.0.0.1", port: 0, to: { host: "127.0.0.1", port: 9 }, behaviour: {} });
    expect(await once(proxy.port)).toBe("0 ECONNRESET");
    await proxy.close();
  });
});
