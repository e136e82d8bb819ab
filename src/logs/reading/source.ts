/** Where records are read from: a file, standard input, the files of a folder, the runs of a state folder. */

import { type Dirent, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** A thing to read, by its name as it was given; "-" is standard input. */
export interface LogSource {
  readonly path: string;
}

/** A word of the command line that names nothing readable, and why. */
export interface MissingSource {
  readonly path: string;
  /** The system's code, ENOENT; "EMPTY" for a folder without a log. */
  readonly code: string;
}

export interface FoundSources {
  readonly sources: readonly LogSource[];
  readonly missing: readonly MissingSource[];
}

/** What a folder may hold as a log, rotated and packed ones too: a.jsonl, a.jsonl.1, a.log.2.gz, a.jsonl-20260102. */
const logName = /\.(?:jsonl|ndjson|log)(?:[.-]\d[\d-]*)?(?:\.gz)?$/;
/** Folders below folders. */
const deepest = 8;

/** The sources that words name; a folder stands for the logs in it and below, oldest first. Never throws. */
export function sourcesOf(words: readonly string[]): FoundSources {
  const sources: LogSource[] = [];
  const missing: MissingSource[] = [];
  for (const path of words) {
    if (path === "-") {
      sources.push({ path });
      continue;
    }
    try {
      if (!statSync(path).isDirectory()) sources.push({ path });
      else {
        const files = logsIn(path);
        if (files.length === 0) missing.push({ path, code: "EMPTY" });
        sources.push(...files.map((file) => ({ path: file })));
      }
    } catch (error) {
      missing.push({ path, code: codeOf(error) });
    }
  }
  return { sources, missing };
}

/** The records of all runs in a state folder, oldest first; their ids order them. Never throws. */
function runLogs(root: string): readonly string[] {
  return entriesOf(join(root, "runs"))
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(root, "runs", entry.name, "records.jsonl"))
    .sort()
    .filter(isFile);
}

/** A state folder's runs come by their ids; other files by the time of their last change. */
function logsIn(folder: string): readonly string[] {
  const runs = runLogs(folder);
  if (runs.length > 0) return runs;
  const found: { path: string; time: number }[] = [];
  const look = (path: string, depth: number): void => {
    for (const entry of entriesOf(path)) {
      const inner = join(path, entry.name);
      if (entry.isDirectory() && depth < deepest) look(inner, depth + 1);
      else if (entry.isFile() && logName.test(entry.name)) found.push({ path: inner, time: changeOf(inner) });
    }
  };
  look(folder, 1);
  return found.sort((a, b) => a.time - b.time || (a.path < b.path ? -1 : 1)).map(({ path }) => path);
}

/** The system's name for what went wrong. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function changeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
