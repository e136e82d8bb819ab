/** Marks of runs whose plans are not finished, so that whoever looks for those need not look into every run. */

import { closeSync, existsSync, openSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { syncFolder } from "../sinks/index.ts";
import { makeFolder, preferredStateFolder } from "./state.ts";

/** In the state folder: an empty file a run. */
const name = "unfinished";

/** Marks a run, on disk. Raises the system's error. */
export function mark(root: string, id: string): void {
  makeFolder(join(root, name));
  closeSync(openSync(join(root, name, id), "w", 0o600));
  syncFolder(join(root, name));
}

export function unmark(root: string, id: string): void {
  rmSync(join(root, name, id), { force: true });
}

export function isMarked(root: string, id: string): boolean {
  return existsSync(join(root, name, id));
}

/** The ids of such runs in a state folder, oldest first. Never throws. */
export function markedIn(root: string | undefined): readonly string[] {
  if (root === undefined) return [];
  try {
    return readdirSync(join(root, name)).sort();
  } catch {
    return [];
  }
}

/** Those of this user's own state folder. */
export function markedUnfinished(): readonly string[] {
  return markedIn(preferredStateFolder({ env: process.env, uid: process.geteuid?.() ?? -1 }));
}
