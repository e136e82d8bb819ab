/** Sinks write whole lines, bear every failure, and never stop a run. */

import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createRecorder, type OpenedSink, openSink, type Recorder, SinkSpecError } from "../../src/sinks/index.ts";
import { failure, point, recordsIn } from "./points.ts";

let folder = "";
let said: string[] = [];
const say = (text: string): void => {
  said.push(text);
};
const recorderOver = (...sinks: OpenedSink[]): Recorder =>
  createRecorder({ runId: "R", host: "h", user: "u", scriptHash: "00", sinks });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dscript-sinks-"));
  said = [];
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

describe("a file sink", () => {
  test("appends numbered lines to a file of mode 0600 that stands relative to the folder of the start", async () => {
    const before = process.umask(0);
    const sink = await openSink("file:a.jsonl", { cwd: folder, say });
    process.umask(before);
    const path = join(folder, "a.jsonl");
    const recorder = recorderOver(sink);
    for (let at = 0; at < 1000; at += 1) recorder.emit(point());
    await recorder.close();
    await recorder.close();
    expect(recordsIn(path).map((record) => record["Seq"])).toEqual(Array.from({ length: 1000 }, (_, at) => at + 1));
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect([recorder.count, recorder.lost, said]).toEqual([1000, 0, []]);
  });

  test("gathers records, and writes at once when nobody handled a failure", async () => {
    const path = join(folder, "a.jsonl");
    const recorder = recorderOver(await openSink(`file:${path}`, { say }));
    recorder.emit(point());
    expect(recordsIn(path)).toHaveLength(0);
    recorder.emit(point("x", { ...failure, handled: true }));
    expect(recordsIn(path)).toHaveLength(0);
    recorder.emit(point("x", failure));
    expect(recordsIn(path)).toHaveLength(3);
    recorder.emit(point("x".repeat(4000)));
    for (let at = 0; at < 20; at += 1) recorder.emit(point("x".repeat(4000)));
    expect(recordsIn(path).length).toBeGreaterThan(10);
    recorder.emit(point());
    await vi.waitFor(() => expect(recordsIn(path)).toHaveLength(25), { timeout: 20_000 });
    await recorder.close();
  });

  test("starts on a new line after a run that was killed in the midst of one", async () => {
    const path = join(folder, "a.jsonl");
    writeFileSync(path, '{"Seq":1}\n{"Seq":2,"Mess');
    const recorder = recorderOver(await openSink(`file:${path}`, { say }));
    recorder.emit(point());
    await recorder.close();
    const lines = readFileSync(path, "utf8").split("\n");
    expect(lines.slice(0, 2)).toEqual(['{"Seq":1}', '{"Seq":2,"Mess']);
    expect(JSON.parse(lines[2] ?? "")).toMatchObject({ Seq: 1 });
    expect(lines).toHaveLength(4);
  });

  test("follows a file that was removed or replaced", async () => {
    const path = join(folder, "a.jsonl");
    const recorder = recorderOver(await openSink(`file:${path}`, { say }));
    recorder.emit(point("x", failure));
    unlinkSync(path);
    recorder.emit(point("y", failure));
    expect(recordsIn(path)).toMatchObject([{ Message: "y" }]);
    await recorder.close();
    expect(said).toEqual([]);
  });

  test("says once that a folder is missing, goes on, and delivers when it is there", async () => {
    const path = join(folder, "no", "a.jsonl");
    const recorder = recorderOver(await openSink(`file:${path}`, { say }));
    for (let at = 0; at < 5; at += 1) recorder.emit(point("x", failure));
    recorder.flush();
    expect(said).toEqual([
      `dscript: cannot write the log ${path}: the folder ${join(folder, "no")} does not exist (make it, or name another file); the script goes on\n`,
    ]);
    expect(existsSync(join(folder, "no"))).toBe(false);
    mkdirSync(join(folder, "no"));
    recorder.flush();
    expect(recordsIn(path)).toHaveLength(5);
    rmSync(join(folder, "no"), { recursive: true });
    recorder.emit(point());
    await recorder.close();
    expect(recorder.lost).toBe(1);
    expect(said.slice(1)).toEqual([`dscript: 1 record was not written: the log ${path}\n`]);
  });

  test("bears a full device", async () => {
    const recorder = recorderOver(await openSink("file:/dev/full", { say }));
    for (let at = 0; at < 3; at += 1) recorder.emit(point("x", failure));
    await recorder.close();
    expect(recorder.lost).toBe(3);
    expect(said).toEqual([
      "dscript: cannot write the log /dev/full: no space is left (make room, and the waiting records follow); the script goes on\n",
      "dscript: 3 records were not written: the log /dev/full\n",
    ]);
  });

  test("bears a folder, a pipe that nobody reads, and a name inside of a file", async () => {
    writeFileSync(join(folder, "file"), "");
    execFileSync("mkfifo", [join(folder, "pipe")]);
    const recorder = recorderOver(
      ...(await Promise.all(
        [folder, join(folder, "pipe"), join(folder, "file", "a")].map((path) => openSink(`file:${path}`, { say })),
      )),
    );
    recorder.emit(point("x", failure));
    await recorder.close();
    expect(recorder.lost).toBe(3);
    expect(said.join("")).toMatch(/it is a folder[\s\S]*a pipe that nobody reads[\s\S]*is not a folder/);
  });

  test("gives up what does not fit into its memory, and counts it", async () => {
    const recorder = recorderOver(await openSink("file:/dev/full", { say }));
    for (let at = 0; at < 5000; at += 1) recorder.emit(point("x".repeat(4000)));
    expect(recorder.lost).toBeGreaterThan(1000);
    await recorder.close();
    expect(recorder.lost).toBe(5000);
  });

  test("refuses names that are no sinks, in plain words", async () => {
    await expect(openSink("syslogg:x")).rejects.toThrow(SinkSpecError);
    await expect(openSink("syslogg:x")).rejects.toThrow(
      '"syslogg:x" is no place for a log: write file:PATH, syslog:… or stderr',
    );
    await expect(openSink("file:")).rejects.toThrow("names no file");
  });
});

/** A file system of 64 KiB, where this process may mount one. */
function mountTiny(): string | undefined {
  const place = mkdtempSync(join(tmpdir(), "dscript-tiny-"));
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", place]);
  if (mounted.status === 0) return place;
  rmSync(place, { recursive: true });
  return undefined;
}

test("keeps a file on a full disk valid, and delivers what waited once there is space", async (context) => {
  const place = mountTiny();
  if (place === undefined)
    return context.skip("mounting a tmpfs is not allowed here (mount, Debian package mount, as root)");
  try {
    const path = join(place, "a.jsonl");
    writeFileSync(join(place, "ballast"), "x".repeat(30_000));
    const recorder = recorderOver(await openSink(`file:${path}`, { say }));
    for (let at = 0; at < 200; at += 1) {
      recorder.emit(point("y".repeat(500), at % 7 === 0 ? failure : {}));
      if (at % 7 === 0) recorder.flush();
    }
    const full = recordsIn(path).length;
    expect(full).toBeGreaterThan(20);
    expect(full).toBeLessThan(60);
    expect(said).toHaveLength(1);
    unlinkSync(join(place, "ballast"));
    recorder.flush();
    expect(recordsIn(path).length).toBeGreaterThan(full + 20);
    await recorder.close();
    const numbers = recordsIn(path).map((record) => record["Seq"]);
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, at) => at + 1));
    expect(recorder.lost).toBe(200 - numbers.length);
  } finally {
    execFileSync("umount", [place]);
    rmSync(place, { recursive: true });
  }
}, 20_000);

/** A run of its own that records points into a file as fast as it can. */
const writer = `import { createRecorder, openSink } from "${join(import.meta.dirname, "../../src/sinks/index.ts")}";
  import { point } from "${join(import.meta.dirname, "points.ts")}";
  const [path, name, count] = process.argv.slice(2);
  const recorder = createRecorder({ runId: name, host: "h", user: "u", scriptHash: "00", sinks: [await openSink("file:" + path)] });
  for (let at = 0; at < Number(count); at += 1) {
    recorder.emit(point("x".repeat(at % 700)));
    if (at % 97 === 0) recorder.flush();
  }
  await recorder.close();`;
const run = (path: string, name: string, count: number) => {
  const program = join(folder, `${name}.mts`);
  writeFileSync(program, writer);
  return spawn(process.execPath, ["--import", "tsx", program, path, name, String(count)], {
    cwd: join(import.meta.dirname, "../.."),
    stdio: ["ignore", "ignore", "inherit"],
  });
};
const ended = (child: ReturnType<typeof spawn>) => new Promise((resolve) => child.on("close", resolve));

test("two engines that write to one file never mix their lines", async () => {
  const path = join(folder, "a.jsonl");
  await Promise.all([run(path, "A", 4000), run(path, "B", 4000)].map(ended));
  const records = recordsIn(path);
  for (const name of ["A", "B"]) {
    const numbers = records.filter((record) => record["RunId"] === name).map((record) => record["Seq"]);
    expect(numbers).toEqual(Array.from({ length: 4000 }, (_, at) => at + 1));
  }
}, 30_000);

test("a killed engine leaves one torn line at most, behind which the next run starts anew", async () => {
  const path = join(folder, "a.jsonl");
  const child = run(path, "A", 10_000_000);
  await vi.waitFor(() => expect(statSync(path).size).toBeGreaterThan(200_000), { timeout: 60_000, interval: 5 });
  child.kill("SIGKILL");
  await ended(child);
  appendFileSync(path, "");
  await ended(run(path, "B", 10));
  const lines = readFileSync(path, "utf8").trimEnd().split("\n");
  const torn = lines.filter((line) => {
    try {
      JSON.parse(line);
      return false;
    } catch {
      return true;
    }
  });
  expect(torn.length).toBeLessThanOrEqual(1);
  expect(lines.slice(-10).map((line) => (JSON.parse(line) as { RunId: string }).RunId)).toEqual(Array(10).fill("B"));
}, 30_000);

describe("standard error", () => {
  const program = `import { createRecorder, openSink } from "${join(import.meta.dirname, "../../src/sinks/index.ts")}";
    import { point } from "${join(import.meta.dirname, "points.ts")}";
    const r = createRecorder({ runId: "R", host: "h", user: "u", scriptHash: "00", sinks: [await openSink("stderr")] });
    for (let i = 0; i < 2000; i += 1) r.emit(point("x".repeat(100)));
    await r.close();
    console.log("lost", r.lost > 0);`;
  const shell = (line: string) => {
    writeFileSync(join(folder, "p.mts"), program);
    return spawnSync("sh", ["-c", line, "sh", process.execPath, "tsx", join(folder, "p.mts")], {
      cwd: join(import.meta.dirname, "../.."),
      encoding: "utf8",
      timeout: 60_000,
    });
  };

  test("gets each record as a line", () => {
    const { stderr, stdout } = shell('"$1" --import "$2" "$3"');
    expect(stdout).toBe("lost false\n");
    expect(
      stderr
        .trimEnd()
        .split("\n")
        .map((line) => (JSON.parse(line) as { Seq: number }).Seq),
    ).toHaveLength(2000);
  }, 20_000);

  test("may be a closed pipe, a full device, or closed", () => {
    expect(shell('{ "$1" --import "$2" "$3" 2>&1 >&3 | head -c 10 >/dev/null; } 3>&1').stdout).toBe("lost true\n");
    expect(shell('"$1" --import "$2" "$3" 2>/dev/full').stdout).toBe("lost true\n");
    expect(shell('"$1" --import "$2" "$3" 2>&-').stdout).toMatch(/^lost /);
  }, 40_000);
});
