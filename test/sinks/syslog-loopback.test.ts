/** Receivers that refuse, break, stall or come back: a run never waits for long, and every record arrives. */

import { createSocket } from "node:dgram";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { freePorts } from "../free-ports.ts";
import { failure, point } from "./points.ts";
import { Frames, labelOf, queued, recorderTo, upTo } from "./syslog-setup.ts";

const patience = { timeout: 120_000, interval: 20 };
let folder = "";
let closers: (() => Promise<void>)[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dscript-loopback-"));
  closers = [];
});

afterEach(async () => {
  for (const close of closers) await close();
  rmSync(folder, { recursive: true, force: true });
});

/** A server of streams; `serve` gets each connection and its number. */
async function listen(where: number | string, serve: (socket: Socket, number: number) => void): Promise<Server> {
  const sockets = new Set<Socket>();
  let number = 0;
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    number += 1;
    serve(socket, number);
  });
  await new Promise<void>((resolve) => {
    if (typeof where === "string") server.listen(where, resolve);
    else server.listen(where, "127.0.0.1", resolve);
  });
  closers.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return server;
}

/** Keeps the labels of all messages that come in, and ends when the other side ends. */
const collect = (into: string[]) => (socket: Socket) => {
  const frames = new Frames();
  socket.on("data", (chunk: Buffer) => into.push(...frames.take(chunk).map(labelOf)));
  socket.on("end", () => socket.end());
};
const labels = (run: number, count: number) => upTo(count).map((seq) => `${run}:${seq}`);

it("says once that nobody listens, queues, and delivers in order and once when somebody does", patience, async () => {
  const [port = 0] = await freePorts(1);
  const spec = `syslog:tcp://127.0.0.1:${port}`;
  const said: string[] = [];
  const first = await recorderTo(spec, folder, 1, said);
  for (const at of upTo(50)) first.emit(point(String(at), failure));
  await first.close();
  const second = await recorderTo(spec, folder, 2, []);
  for (const at of upTo(50)) second.emit(point(String(at)));
  await second.close();
  expect(said).toEqual([
    `dscript: cannot send records to ${spec}: nobody listens at that port (start the receiver, or name its port); they wait in the queue, and the script goes on\n`,
  ]);
  // The second run's records went to the first one's file.
  expect(queued(folder)).toHaveLength(1);
  const got: string[] = [];
  await listen(port, collect(got));
  const third = await recorderTo(spec, folder, 3, []);
  third.emit(point());
  await third.close();
  await vi.waitFor(() => expect(got).toEqual([...labels(1, 50), ...labels(2, 50), "3:1"]), patience);
  expect(queued(folder)).toEqual([]);
});

it("sends again what may be lost when a connection is reset in mid-stream", patience, async () => {
  const got: string[] = [];
  let isReset = false;
  const server = await listen(0, (socket, number) => {
    const frames = new Frames();
    socket.on("data", (chunk: Buffer) => {
      got.push(...frames.take(chunk).map(labelOf));
      if (number > 1 || got.length < 200) return;
      isReset = true;
      socket.resetAndDestroy();
    });
    socket.on("end", () => socket.end());
  });
  const recorder = await recorderTo(`syslog:tcp://127.0.0.1:${portOf(server)}`, folder, 1);
  for (const at of upTo(1000)) {
    recorder.emit(point("x".repeat(at % 500)));
    if (at % 50 === 0) {
      recorder.flush();
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }
  await recorder.close();
  await vi.waitFor(() => expect(new Set(got).size).toBe(1000), patience);
  expect([isReset, recorder.lost, queued(folder)]).toEqual([true, 0, []]);
  // Each connection got its part in order.
  const again = got.findIndex((label, at) => at > 0 && Number(label.slice(2)) <= Number(got[at - 1]?.slice(2)));
  expect(got.slice(again === -1 ? 0 : again)).toEqual(labels(1, 1000).slice(-(got.length - Math.max(0, again))));
});

it("sends nothing twice when a receiver closes in good order and is there again", patience, async () => {
  const got: string[] = [];
  const server = await listen(0, (socket, number) => {
    collect(got)(socket);
    // As a daemon that is restarted: reads what there is, and closes.
    if (number === 1) socket.on("data", () => setTimeout(() => got.length >= 100 && socket.end(), 50));
  });
  const recorder = await recorderTo(`syslog:tcp://127.0.0.1:${portOf(server)}`, folder, 1);
  for (const at of upTo(100)) recorder.emit(point(String(at)));
  recorder.flush();
  await vi.waitFor(() => expect(got).toHaveLength(100), patience);
  await new Promise((resolve) => setTimeout(resolve, 300));
  for (const at of upTo(100)) recorder.emit(point(String(at)));
  await recorder.close();
  await vi.waitFor(() => expect(got).toEqual(labels(1, 200)), patience);
  expect(queued(folder)).toEqual([]);
});

it(
  "ends a run in bounded time while a receiver reads nothing, and the next run delivers the rest",
  patience,
  async () => {
    const got: string[] = [];
    const stuck: Socket[] = [];
    let reads = false;
    const server = await listen(0, (socket) => {
      collect(got)(socket);
      if (reads) return;
      socket.pause();
      stuck.push(socket);
    });
    const said: string[] = [];
    const recorder = await recorderTo(`syslog:tcp://127.0.0.1:${portOf(server)}`, folder, 1, said);
    for (const _ of upTo(5000)) recorder.emit(point("x".repeat(4000)));
    await recorder.close();
    expect(said.join("")).toMatch(/did not take all records within 2 s: the rest waits in the queue/);
    expect([recorder.lost, queued(folder).length > 0]).toEqual([0, true]);
    reads = true;
    for (const socket of stuck) socket.resume();
    for (let turn = 0; turn < 60 && queued(folder).length > 0; turn += 1)
      await (await recorderTo(`syslog:tcp://127.0.0.1:${portOf(server)}`, folder, 2 + turn)).close();
    await vi.waitFor(() => expect(new Set(got).size).toBe(5000), patience);
    expect(queued(folder)).toEqual([]);
  },
);

it("does not need a receiver to close its side", patience, async () => {
  const got: string[] = [];
  const server = await listen(0, (socket) => {
    const frames = new Frames();
    socket.on("data", (chunk: Buffer) => got.push(...frames.take(chunk).map(labelOf)));
  });
  const recorder = await recorderTo(`syslog:tcp://127.0.0.1:${portOf(server)}`, folder, 1);
  recorder.emit(point());
  await recorder.close();
  await vi.waitFor(() => expect(got).toEqual(["1:1"]), patience);
  expect(queued(folder)).toEqual([]);
});

it("gives up a receiver of TLS that never answers, when the run ends", patience, async () => {
  const server = await listen(0, (socket) => socket.resume());
  const said: string[] = [];
  const recorder = await recorderTo(`syslog:tls://127.0.0.1:${portOf(server)}`, folder, 1, said);
  recorder.emit(point());
  await recorder.close();
  expect(said.join("")).toMatch(/within 2 s: the rest waits in the queue/);
  expect(queued(folder)).toHaveLength(1);
});

it("says of a receiver without TLS that it has none", patience, async () => {
  const server = await listen(0, (socket) => socket.end("220 mail.example.com\r\n"));
  const said: string[] = [];
  const recorder = await recorderTo(`syslog:tls://127.0.0.1:${portOf(server)}`, folder, 1, said);
  recorder.emit(point());
  await recorder.close();
  expect(said.join("")).toMatch(/it does not speak TLS as it should \(is this its TLS port\?\)/);
});

it("speaks lines to a local socket of a stream", patience, async () => {
  const path = join(folder, "log");
  let text = "";
  await listen(path, (socket) => {
    socket.on("data", (chunk: Buffer) => {
      text += chunk.toString();
    });
    socket.on("end", () => socket.end());
  });
  const recorder = await recorderTo(`syslog:${path}`, folder, 1);
  for (const at of upTo(3)) recorder.emit(point(`line\n${at}`));
  await recorder.close();
  await vi.waitFor(() => expect(text.split("\n").slice(0, -1).map(labelOf)).toEqual(labels(1, 3)), patience);
  expect(text).toMatch(/^<13>1 /);
});

it("notices that a host refuses datagrams, and sends them when it takes them", patience, async () => {
  const port = 20_000 + (process.pid % 20_000);
  const spec = `syslog:udp://[::1]:${port}`;
  const said: string[] = [];
  const first = await recorderTo(spec, folder, 1, said);
  for (const at of upTo(5)) first.emit(point(String(at)));
  await first.close();
  expect(said.join("")).toMatch(/nobody listens at that port|no network|not available|Cannot assign/);
  expect(queued(folder)).toHaveLength(1);
  const got: string[] = [];
  const server = createSocket("udp6");
  const isBound = await new Promise((resolve) => {
    server.once("error", () => resolve(false)).bind(port, "::1", () => resolve(true));
  });
  if (isBound === false) return;
  closers.push(() => new Promise((resolve) => server.close(() => resolve())));
  server.on("message", (message) => got.push(labelOf(message.toString())));
  const second = await recorderTo(spec, folder, 2);
  second.emit(point());
  await second.close();
  await vi.waitFor(() => expect(got).toEqual([...labels(1, 5), "2:1"]), patience);
  expect(queued(folder)).toEqual([]);
});

it("tells why a host or a file of its own is of no use, and goes on", patience, async () => {
  for (const [spec, expected] of [
    [
      "syslog:tcp://no-such-host.invalid",
      /the host no-such-host\.invalid is not known|not resolved in time|all records within/,
    ],
    ["syslog:tls://127.0.0.1?ca=/no/such/ca.pem", /the file \/no\/such\/ca\.pem cannot be read: ENOENT/],
    ["syslog:/no/such/socket", /there is no such socket \(start the syslog daemon/],
    [`syslog:${folder}`, /nobody listens there|no socket/],
  ] as const) {
    const said: string[] = [];
    const recorder = await recorderTo(spec, join(folder, "q"), 1, said);
    recorder.emit(point());
    await recorder.close();
    expect(said.join("")).toMatch(expected);
    expect([said.length, recorder.lost]).toEqual([1, 0]);
  }
});

function portOf(server: Server): number {
  return (server.address() as { port: number }).port;
}
