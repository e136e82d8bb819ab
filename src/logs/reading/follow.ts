/** Follows logs: what they hold, and then what is written to them, until somebody ends it. */

import { type FSWatcher, statSync, watch } from "node:fs";
import { dirname } from "node:path";
import type { RecordScan } from "../scan/record-scan.ts";
import { FollowedFile } from "./followed-file.ts";
import { linesInto, noCounts, type ReadCounts, readRecords, type TakeRecord } from "./read.ts";
import { sourcesOf } from "./source.ts";

/** Milliseconds between two looks, where the system does not tell of a change earlier. */
const pause = 500;
/** Looks between two searches of folders for new files. */
const lookout = 2;

export interface FollowRequest {
  /** Files and folders, no standard input; the new files of a folder are followed too, and a file that is not there yet. */
  readonly words: readonly string[];
  readonly scan: RecordScan;
  readonly take: TakeRecord;
  /** Called when everything that was there has been read, and after each look that found something. */
  readonly rest: () => boolean;
  /** Ends it. */
  readonly signal: AbortSignal;
}

/** Follows until the signal, or until nobody wants more. Never throws. */
export async function followRecords({ words, scan, take, rest, signal }: FollowRequest): Promise<ReadCounts> {
  const counts = noCounts();
  let isWanted = true;
  const goesOn = (): boolean => isWanted && !signal.aborted;
  const files = new Map<string, FollowedFile>();
  const takeOne = (record: RecordScan): void => {
    isWanted &&= take(record);
  };
  const add = (path: string, staysOpen: boolean): void => {
    if (!files.has(path)) files.set(path, new FollowedFile(path, linesInto(scan, counts, takeOne), staysOpen));
  };
  const named = words.filter((word) => !isFolder(word));
  const folders = words.filter((word) => !named.includes(word));
  const packed = named.filter((path) => path.endsWith(".gz"));
  for (const path of named) if (!packed.includes(path)) add(path, true);
  const first = await readRecords(
    packed.map((path) => ({ path })),
    scan,
    (record) => {
      takeOne(record);
      return goesOn();
    },
  );
  addCounts(counts, first.counts);
  const alarm = createAlarm([...named, ...folders], signal);
  for (let turn = 0; goesOn(); turn += 1) {
    if (turn % lookout === 0)
      for (const { path } of sourcesOf(folders).sources) if (!path.endsWith(".gz")) add(path, false);
    const before = counts.records;
    for (const file of files.values()) if (!(await file.poll(goesOn))) break;
    if (turn === 0 || counts.records > before) isWanted &&= rest();
    if (!goesOn()) break;
    await alarm.wait();
  }
  alarm.close();
  for (const file of files.values()) file.close();
  return counts;
}

function addCounts(into: ReadCounts, more: ReadCounts): void {
  into.records += more.records;
  into.foreign += more.foreign;
  into.torn += more.torn;
  into.long += more.long;
}

/** Waits for a change of the files or their folders, for `pause` at most, or for the signal. */
function createAlarm(paths: readonly string[], signal: AbortSignal) {
  let ring = (): void => {};
  const watchers = [...new Set(paths.map((path) => (isFolder(path) ? path : dirname(path))))].flatMap((folder) =>
    watching(folder, () => ring()),
  );
  const wait = (): Promise<void> =>
    new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        signal.removeEventListener("abort", end);
        resolve();
      };
      const timer = setTimeout(end, pause);
      signal.addEventListener("abort", end);
      ring = end;
      if (signal.aborted) end();
    });
  return {
    wait,
    close: () => {
      for (const watcher of watchers) watcher.close();
    },
  };
}

/** Where the system has no watch to give, looking now and then must do. */
function watching(folder: string, changed: () => void): readonly FSWatcher[] {
  try {
    const watcher = watch(folder, changed);
    watcher.on("error", () => watcher.close());
    return [watcher];
  } catch {
    return [];
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  } catch {
    return false;
  }
}
