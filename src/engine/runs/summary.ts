/** The runs in the state folder: each one's notes, read back. */

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { isAlive } from "../../sinks/index.ts";
import type { EndNote, RunNote } from "../run-notes.ts";
import { ulidTime } from "../ulid.ts";
import { isMarked } from "../unfinished-marks.ts";

export interface RunSummary {
  readonly id: string;
  readonly folder: string;
  /** When it started, in milliseconds since the epoch. */
  readonly time: number;
  /** `killed`: it neither lives nor wrote its end; `unknown`: it left no notes. */
  readonly state: "ended" | "running" | "killed" | "unknown";
  /** As given on the command line; empty where that is not known. */
  readonly script: string;
  readonly path: string;
  readonly end?: EndNote;
  /** Bytes of its files. */
  readonly bytes: number;
}

/** A folder without notes may be one of a run that starts just now: for so long (milliseconds). */
const youth = 3_600_000;

/** The folders of runs in a state folder, newest first; none where there is no state folder. Never throws. */
export function runFolders(root: string | undefined): readonly { readonly id: string; readonly folder: string }[] {
  if (root === undefined) return [];
  return namesIn(join(root, "runs"))
    .map((id) => ({ id, folder: join(root, "runs", id) }))
    .filter(({ id }) => ulidTime(id) !== undefined)
    .sort((a, b) => (a.id < b.id ? 1 : -1));
}

/** A run by its folder. Never throws: notes that cannot be read are as none. */
export function summaryOf({ id, folder }: { readonly id: string; readonly folder: string }): RunSummary {
  const end = endOf(folder);
  const start = readStart(join(folder, "run.json"));
  return {
    id,
    folder,
    time: ulidTime(id) ?? 0,
    state: end !== undefined ? "ended" : stateOf(folder, start),
    script: end?.script ?? start?.script ?? "",
    path: end?.path ?? start?.path ?? "",
    ...(end === undefined ? {} : { end }),
    bytes: namesIn(folder).reduce((sum, name) => sum + sizeOf(join(folder, name)), 0),
  };
}

/** Whether the run lives, or may live: its folder must stay. */
export function mayLive(folder: string): boolean {
  // A plan of it is not finished: its journal is needed.
  if (isMarked(join(folder, "..", ".."), basename(folder))) return true;
  if (existsSync(join(folder, "end.json"))) return false;
  const state = stateOf(folder, readStart(join(folder, "run.json")));
  return state === "running" || (state === "unknown" && Date.now() - changed(folder) < youth);
}

function stateOf(folder: string, start: RunNote | undefined): RunSummary["state"] {
  if (start === undefined) return "unknown";
  return isAlive(start.holder, changed(join(folder, "records.jsonl"))) ? "running" : "killed";
}

/** How a run ended; undefined where it has not, or left no note that can be read. Never throws. */
export function endOf(folder: string): EndNote | undefined {
  return readEnd(join(folder, "end.json"));
}

function readEnd(path: string): EndNote | undefined {
  const note = readNote(path);
  if (typeof note?.["code"] !== "number" || typeof note["script"] !== "string") return undefined;
  // Written by `noteEnd`, whose first keys are there; a hand that changes others gets what it wrote.
  return { path: "", milliseconds: 0, commands: 0, unseen: 0, interrupted: false, records: 0, ...note } as EndNote;
}

function readStart(path: string): RunNote | undefined {
  const note = readNote(path);
  if (typeof note?.["holder"] !== "string" || typeof note["script"] !== "string") return undefined;
  return { path: "", ...note } as RunNote;
}

function readNote(path: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const note: unknown = JSON.parse(readFileSync(path, "utf8"));
    return typeof note === "object" && note !== null ? (note as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function sizeOf(path: string): number {
  return statOf(path)?.size ?? 0;
}

function changed(path: string): number {
  return statOf(path)?.mtimeMs ?? 0;
}

function statOf(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
