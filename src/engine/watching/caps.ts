/** When each `when` of a script fired: kept in the state folder, so that a cap holds over restarts of its watcher. */

import { createHash } from "node:crypto";
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";
import { makeFolder, type RunState } from "../state.ts";

export interface Caps {
  readonly fired: (when: string) => readonly number[];
  readonly keep: (when: string, times: readonly number[]) => void;
}

/** What the file holds. */
interface Kept {
  readonly path: string;
  /** Milliseconds since the epoch, by the conditions of the script. */
  readonly fired: Readonly<Record<string, readonly number[]>>;
}

/** `path`: the script's, without links. What cannot be kept is said once, and holds for this watch. */
export function openCaps(state: RunState, path: string, say: (sentence: string) => void): Caps {
  let known: Map<string, readonly number[]> | undefined;
  let isLost = false;
  const read = (): Map<string, readonly number[]> => {
    known ??= new Map(Object.entries(readKept(fileOf(state, path))));
    return known;
  };
  return {
    fired: (when) => read().get(when) ?? [],
    keep(when, times) {
      read().set(when, times);
      const reason = write(state, path, { path, fired: Object.fromEntries(read()) });
      if (reason === undefined || isLost) return;
      isLost = true;
      say(`how often its \`when\`s ran cannot be kept (${reason}): a restart of this watch forgets it`);
    },
  };
}

function fileOf(state: RunState, path: string): string | undefined {
  state.folder();
  const root = state.root();
  const name = createHash("sha256").update(path).digest("hex").slice(0, 32);
  return root === undefined ? undefined : join(root, "watch", `${name}.json`);
}

/** A file that is broken, or not there, holds nothing. */
function readKept(file: string | undefined): Kept["fired"] {
  if (file === undefined) return {};
  try {
    const kept: unknown = JSON.parse(readFileSync(file, "utf8"));
    const fired: unknown = isObject(kept) ? kept["fired"] : undefined;
    if (!isObject(fired)) return {};
    return Object.fromEntries(
      Object.entries(fired).map(([when, times]) => {
        const list: readonly unknown[] = Array.isArray(times) ? times : [];
        return [when, list.filter((time) => typeof time === "number")];
      }),
    );
  } catch {
    return {};
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** On disk when it returns; why it is not, or undefined. */
function write(state: RunState, path: string, kept: Kept): string | undefined {
  const file = fileOf(state, path);
  if (file === undefined) return "there is no state folder";
  try {
    makeFolder(join(file, ".."));
    const part = `${file}.${process.pid}`;
    const fd = openSync(part, "w", 0o600);
    try {
      writeSync(fd, `${JSON.stringify(kept)}\n`);
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    renameSync(part, file);
    return undefined;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code ?? "EIO";
  }
}
