/** The queue on disk: records wait there in order, are taken by one run at a time, and survive whoever held them. */

import { spawn } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DiskQueue, mostQueued } from "../../src/sinks/queue/disk-queue.ts";
import { ownHolder } from "../../src/sinks/queue/holder.ts";
import { failure, point, recordsIn } from "./points.ts";
import { Frames, labelOf, queued, recorderTo, runId, upTo } from "./syslog-setup.ts";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dscript-queue-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const queue = (run: number, sink = "syslog:x"): DiskQueue =>
  new DiskQueue(sink, { run: runId(run), look: () => folder, make: () => folder });
const lines = (...numbers: readonly number[]) => numbers.map((number) => JSON.stringify({ number }));

/** All that a queue gives, in order; each record counts as delivered, or is left there. */
function drain(from: DiskQueue, keep = false): readonly string[] {
  const all: string[] = [];
  for (let file = from.next(); file !== undefined; file = from.next())
    for (const { pid, json, end } of file.read()) {
      all.push(`${pid} ${json}`);
      if (!keep) file.advance(end);
    }
  from.release();
  return all;
}
const files = (): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.includes("/"));

describe("a queue", () => {
  it("gives what was put there, in order, once, and leaves no file behind", () => {
    const first = queue(1);
    expect(first.hasBacklog).toBe(false);
    expect(first.append(7, lines(1, 2))).toBe(2);
    expect(first.append(7, lines(3))).toBe(1);
    first.release();
    expect(statSync(join(folder, files()[0] ?? "")).mode & 0o777).toBe(0o600);
    const second = queue(2);
    expect(second.hasBacklog).toBe(true);
    expect(second.append(8, lines(4))).toBe(1);
    second.release();
    expect(files()).toHaveLength(1);
    expect(drain(queue(3), true)).toEqual(['7 {"number":1}', '7 {"number":2}', '7 {"number":3}', '8 {"number":4}']);
    expect(drain(queue(4))).toHaveLength(4);
    expect([files(), queue(5).hasBacklog]).toEqual([[], false]);
  });

  it("goes on behind what was delivered", () => {
    const first = queue(1);
    first.append(7, lines(1, 2, 3));
    const file = first.next();
    file?.advance(file.read()[1]?.end ?? 0);
    first.release();
    expect(drain(queue(2))).toEqual(['7 {"number":3}']);
  });

  it("puts what was sent in vain ahead of what was put there since", () => {
    const first = queue(1);
    first.append(7, lines(3));
    first.prepend(7, lines(2));
    first.prepend(7, lines(1));
    first.release();
    expect(drain(queue(2)).map((line) => line.slice(2))).toEqual(lines(1, 2, 3));
  });

  it("keeps queues of different sinks apart", () => {
    const [one, two] = [queue(1, "syslog:tcp://a"), queue(1, "syslog:tcp://b")];
    one.append(1, lines(1));
    two.append(1, lines(2));
    one.release();
    two.release();
    expect(drain(queue(2, "syslog:tcp://b"))).toEqual(['1 {"number":2}']);
  });

  it("passes over a line that a crash tore, and a file that is none of its own", () => {
    const first = queue(1);
    first.append(7, lines(1));
    first.release();
    const path = join(folder, files()[0] ?? "");
    writeFileSync(path, '8 {"number":2, "torn', { flag: "a" });
    const second = queue(2);
    second.append(9, lines(3));
    second.release();
    writeFileSync(path, '8 {"number":4', { flag: "a" });
    writeFileSync(join(path, "..", `${runId(3)}.500000`), "nonsense\n");
    expect(drain(queue(4)).map((line) => line.slice(2))).toEqual(lines(1, 3));
    expect(queue(5).hasBacklog).toBe(false);
  });

  it("is not taken from a run that lives, and is taken from one that has ended", () => {
    const first = queue(1);
    first.append(7, lines(1));
    expect(queue(2).next()).toBeUndefined();
    const path = join(folder, files()[0] ?? "");
    const [pid, start, place] = ownHolder().split("-");
    const held = (holder: string) => {
      const name = join(path, "..", `${runId(1)}.500000~${holder}`);
      renameSync(join(path, "..", readdirSync(join(path, ".."))[0] ?? ""), name);
      return name;
    };
    // Another process of that id, one of another boot or container, and one that gave no sign of life for an hour.
    held(`${pid}-${start}-00000000`);
    expect(queue(2).next()).toBeUndefined();
    const old = held(`${pid}-1-${place}`);
    expect(queue(2).hasBacklog).toBe(true);
    utimesSync(old, new Date(Date.now() - 3_600_000), new Date(Date.now() - 3_600_000));
    held(`${pid}-${start}-00000000`);
    expect(drain(queue(3))).toEqual(['7 {"number":1}']);
  });

  it("takes no more than its limit: the beginning is kept", () => {
    const first = queue(1);
    const part = Array.from({ length: 16 }, () =>
      JSON.stringify("x".repeat(2 ** 20 - 100)).replace(/^"(.*)"$/, '{"x":"$1"}'),
    );
    let kept = 0;
    for (let turn = 0; turn < 5; turn += 1) kept += first.append(1, part);
    expect(kept).toBe(64);
    expect(first.append(1, lines(1))).toBe(1);
    first.release();
    const size = files().reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
    expect(size).toBeLessThanOrEqual(mostQueued);
  });

  it("keeps nothing, and says so, where no folder can be written", () => {
    writeFileSync(join(folder, "file"), "");
    const place = { run: runId(1), look: () => join(folder, "file"), make: () => join(folder, "file") };
    const broken = new DiskQueue("syslog:x", place);
    expect([broken.append(1, lines(1)), broken.prepend(1, lines(1)), broken.hasBacklog]).toEqual([0, 0, false]);
    expect(new DiskQueue("syslog:x", { ...place, make: () => undefined }).append(1, lines(1))).toBe(0);
  });
});

describe("a file sink with a queue", () => {
  it("leaves to the next run what it could not write, in order", async () => {
    const path = join(folder, "no", "a.jsonl");
    for (const run of [1, 2]) {
      const said: string[] = [];
      const recorder = await recorderTo(`file:${path}`, folder, run, said);
      for (const at of upTo(3)) recorder.emit(point(String(at), failure));
      await recorder.close();
      expect(recorder.lost).toBe(0);
      expect(said.at(-1)).toBe(
        `dscript: 3 records wait in the queue for the next run with this sink: the log ${path}\n`,
      );
    }
    mkdirSync(join(folder, "no"));
    const third = await recorderTo(`file:${path}`, folder, 3);
    third.emit(point());
    await third.close();
    const label = (record: Record<string, unknown>) => `${Number(String(record["RunId"]).slice(-4))}:${record["Seq"]}`;
    expect(recordsIn(path).map(label)).toEqual(["1:1", "1:2", "1:3", "2:1", "2:2", "2:3", "3:1"]);
    expect(queued(folder)).toEqual([]);
  });

  it("takes from memory what is too much for it, and writes all of it once it can", async () => {
    const path = join(folder, "no", "a.jsonl");
    const recorder = await recorderTo(`file:${path}`, folder, 1);
    for (const _ of upTo(3000)) recorder.emit(point("x".repeat(4000)));
    expect(queued(folder)).toHaveLength(1);
    mkdirSync(join(folder, "no"));
    recorder.flush();
    for (const _ of upTo(10)) recorder.emit(point());
    await recorder.close();
    expect(recordsIn(path).map((record) => record["Seq"])).toEqual(upTo(3010));
    expect([recorder.lost, queued(folder)]).toEqual([0, []]);
  });

  it("writes what waits also when the run itself has nothing to write", async () => {
    const path = join(folder, "no", "a.jsonl");
    const first = await recorderTo(`file:${path}`, folder, 1);
    first.emit(point());
    await first.close();
    mkdirSync(join(folder, "no"));
    await (await recorderTo(`file:${path}`, folder, 2)).close();
    expect(recordsIn(path)).toHaveLength(1);
  });
});

/** A run of its own that delivers what waits, or is killed in the midst of it. */
const program = `import { recorderTo } from "${join(import.meta.dirname, "syslog-setup.ts")}";
  import { point } from "${join(import.meta.dirname, "points.ts")}";
  const [spec, folder, run, count] = process.argv.slice(2);
  const said = [];
  const recorder = await recorderTo(spec, folder, Number(run), said);
  for (let at = 0; at < Number(count); at += 1) recorder.emit(point(String(at)));
  await recorder.close();
  process.stderr.write(said.join(""));`;

function start(spec: string, run: number, count: number): ReturnType<typeof spawn> {
  writeFileSync(join(folder, "run.mts"), program);
  return spawn(
    process.execPath,
    ["--import", "tsx", join(folder, "run.mts"), spec, folder, String(run), String(count)],
    {
      cwd: join(import.meta.dirname, "../.."),
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
}
const ended = (child: ReturnType<typeof spawn>) => new Promise((resolve) => child.on("close", resolve));

it("is delivered once by runs that start together, and wholly when one is killed in the midst of it", async () => {
  const got: string[] = [];
  const server = createServer({ allowHalfOpen: true }, (socket: Socket) => {
    const frames = new Frames();
    socket.on("error", () => undefined);
    socket.on("data", (chunk: Buffer) => got.push(...frames.take(chunk).map(labelOf)));
    socket.on("end", () => socket.end());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  // What six runs left that ended at the same time: a file each.
  const root = join(folder, "queue");
  mkdirSync(root);
  const six = upTo(6).map((run) => new DiskQueue("syslog:x", { run: runId(run), look: () => root, make: () => root }));
  for (const [at, one] of six.entries())
    one.append(
      1,
      upTo(40).map((seq) => JSON.stringify({ RunId: runId(at + 1), Seq: seq })),
    );
  for (const one of six) one.release();
  expect(queued(folder)).toHaveLength(6);
  moveQueue(`syslog:tcp://127.0.0.1:${port}`);
  const expected = upTo(6).flatMap((run) => upTo(40).map((seq) => `${run}:${seq}`));
  const together = upTo(3).map((at) => start(`syslog:tcp://127.0.0.1:${port}`, 10 + at, 5));
  let said = "";
  for (const child of together) child.stderr?.on("data", (text: Buffer) => (said += text.toString()));
  await Promise.all(together.map(ended));
  for (let run = 14; run < 20 && queued(folder).length > 0; run += 1)
    await (await recorderTo(`syslog:tcp://127.0.0.1:${port}`, folder, run)).close();
  await vi.waitFor(() => expect(new Set(got).size).toBe(255), { timeout: 50_000 });
  const waited = got.filter((label) => Number(label.split(":")[0]) < 10);
  // A machine so busy that a run gave up its wait may send a part again; it says so.
  if (said === "")
    for (const run of upTo(6))
      expect(waited.filter((label) => label.startsWith(`${run}:`))).toEqual(upTo(40).map((seq) => `${run}:${seq}`));
  expect(new Set(waited)).toEqual(new Set(expected));
  expect(queued(folder)).toEqual([]);
  await killInTheMidst(port, got);
  server.close();
}, 240_000);

/** A run that delivers is killed: the next one delivers the rest, and perhaps a part again, never less. */
async function killInTheMidst(port: number, got: string[]): Promise<void> {
  const recorder = await recorderTo("syslog:tcp://127.0.0.1:1", folder, 20);
  for (const _ of upTo(3000)) recorder.emit(point("x".repeat(4000)));
  await recorder.close();
  moveQueue(`syslog:tcp://127.0.0.1:${port}`);
  const before = got.length;
  const killed = start(`syslog:tcp://127.0.0.1:${port}`, 21, 0);
  await vi.waitFor(() => expect(got.length).toBeGreaterThan(before + 50), { timeout: 50_000, interval: 1 });
  killed.kill("SIGKILL");
  await ended(killed);
  expect(queued(folder)).toHaveLength(1);
  for (let run = 22; run < 90 && queued(folder).length > 0; run += 1)
    await (await recorderTo(`syslog:tcp://127.0.0.1:${port}`, folder, run)).close();
  await vi.waitFor(() => expect(new Set(got.slice(before)).size).toBe(3000), { timeout: 50_000 });
  expect(queued(folder)).toEqual([]);
}

/** Makes the one queue below the folder that of another sink. */
function moveQueue(spec: string): void {
  const root = join(folder, "queue");
  const other = new DiskQueue(`${spec}?facility=user&app=dscript&sd=dscript%4032473`, {
    ...{ run: runId(0), look: () => root, make: () => root },
  });
  const old = join(root, readdirSync(root)[0] ?? "");
  other.append(1, ["{}"]);
  other.release();
  const name = readdirSync(root).find((one) => join(root, one) !== old) ?? "";
  const head = readFileSync(join(root, name, readdirSync(join(root, name))[0] ?? ""), "utf8").split("\n")[0] ?? "";
  rmSync(join(root, name), { recursive: true });
  for (const file of readdirSync(old)) {
    const [, ...rest] = readFileSync(join(old, file), "utf8").split("\n");
    writeFileSync(join(old, file), [head, ...rest].join("\n"));
  }
  renameSync(old, join(root, name));
}
