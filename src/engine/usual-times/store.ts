/** Where usual times are kept: a table, and the runs since it was written, one a line, so that an end of a run appends and nothing more. */

import {
  appendFileSync,
  closeSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { makeFolder } from "../state.ts";
import { withTime } from "./limit.ts";

/** One run of a command. */
export interface Measured {
  readonly host: string;
  readonly shape: string;
  /** Milliseconds. */
  readonly time: number;
}

/** The times of each shape on each host, by `keyOf`; those used last stand last. */
export type UsualTable = Map<string, readonly number[]>;

const version = 1;
/** Shapes; the one that was used longest ago goes. */
const mostShapes = 300;
/** Bytes of the lines; from here on they go into the table. */
const mostLines = 16 * 1024;
/** Bytes: a larger file is none of ours. */
const largest = 4 << 20;

export function keyOf({ host, shape }: Pick<Measured, "host" | "shape">): string {
  return `${host} ${shape}`;
}

const paths = (folder: string) => ({
  table: join(folder, "times.json"),
  lines: join(folder, "new.jsonl"),
  claimed: join(folder, "claimed.jsonl"),
  lock: join(folder, "lock"),
});

/** What is known; empty where nothing is, or it cannot be read. Never throws. */
export function loadTimes(folder: string): UsualTable {
  const { table, lines, claimed } = paths(folder);
  return merged(readTable(table) ?? new Map(), [...readLines(claimed), ...readLines(lines)]);
}

/** Adds runs; the folder is made (0700) where that above it is there. Never throws: what cannot be kept is not missed. `tryLock` as of flock(2): null where it is had. */
export async function keepTimes(
  folder: string,
  runs: readonly Measured[],
  tryLock: (fd: number) => Promise<string | null>,
): Promise<void> {
  const { lines } = paths(folder);
  try {
    makeFolder(folder);
    const text = runs.map(({ host, shape, time }) => `${JSON.stringify([host, shape, Number(time.toPrecision(3))])}\n`);
    // One write at the file's end: lines of runs that end together do not mix.
    appendFileSync(lines, text.join(""), { mode: 0o600 });
    if (statSync(lines).size > mostLines) await compact(folder, tryLock);
  } catch {
    // No space, no rights: the next run tries again.
  }
}

/** Merges the lines into the table: one run at a time, and each step leaves files that can be read. */
async function compact(folder: string, tryLock: (fd: number) => Promise<string | null>): Promise<void> {
  const { table, lines, claimed, lock } = paths(folder);
  const fd = openSync(lock, "a", 0o600);
  try {
    if ((await tryLock(fd)) !== null) return;
    const before = readTable(table);
    // A newer engine's table is not ours to write.
    if (before === undefined) return;
    // What a run that was killed has claimed comes first, and alone.
    if (sizeOf(claimed) === 0) renameSync(lines, claimed);
    const next = `${table}.next`;
    writeFileSync(next, tableText(merged(before, readLines(claimed))), { mode: 0o600 });
    renameSync(next, table);
    unlinkSync(claimed);
  } finally {
    closeSync(fd);
  }
}

function merged(table: UsualTable, runs: readonly Measured[]): UsualTable {
  for (const run of runs) {
    const key = keyOf(run);
    const times = withTime(table.get(key) ?? [], run.time);
    // Its place in the map is when it was used last.
    table.delete(key);
    table.set(key, times);
  }
  for (const key of table.keys()) {
    if (table.size <= mostShapes) break;
    table.delete(key);
  }
  return table;
}

function tableText(table: UsualTable): string {
  return `${JSON.stringify({ version, times: [...table] })}\n`;
}

/** Undefined where a newer engine wrote it; a broken one is as good as none. */
function readTable(path: string): UsualTable | undefined {
  const found = parsed(textOf(path));
  if (!isRecord(found)) return new Map();
  if (typeof found["version"] === "number" && found["version"] > version) return undefined;
  const { times } = found;
  if (!Array.isArray(times)) return new Map();
  return new Map(
    times.filter(
      (entry): entry is [string, number[]] =>
        Array.isArray(entry) && typeof entry[0] === "string" && Array.isArray(entry[1]) && entry[1].every(isTime),
    ),
  );
}

/** A torn line is skipped. */
function readLines(path: string): readonly Measured[] {
  return textOf(path)
    .split("\n")
    .flatMap((line) => {
      const found = parsed(line);
      if (!Array.isArray(found)) return [];
      const [host, shape, time] = found as readonly unknown[];
      return typeof host === "string" && typeof shape === "string" && isTime(time) ? [{ host, shape, time }] : [];
    });
}

function isTime(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parsed(text: string): unknown {
  try {
    return text === "" ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function textOf(path: string): string {
  return sizeOf(path) > largest ? "" : contentOf(path);
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function sizeOf(path: string): number {
  try {
    return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  } catch {
    return 0;
  }
}
