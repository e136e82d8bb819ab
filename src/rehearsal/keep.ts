/** Where differences are kept that nobody has named a folder for: in the state folder, the newest ones alone. */

import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { makeFolders, removeTree } from "../runtime/index.ts";
import { names } from "./difference/format.ts";

const name = "rehearsals";
/** So many are kept. */
const mostKept = 20;

/** A new folder for one, in the state folder; older ones go. Throws what the system says. */
export function newPlace(state: string): string {
  const all = join(state, name);
  makeFolders(all, 0o700);
  for (const old of placesIn(state).slice(mostKept - 1)) removeTree(old);
  // Names sort by their time, to the millisecond: two dry runs may be made within a second.
  const stamp = new Date().toISOString().replace(/[-:Z]/g, "").replace(/[T.]/g, "-");
  const folder = join(all, `${stamp}-${randomBytes(3).toString("hex")}`);
  mkdirSync(folder, { mode: 0o700 });
  return folder;
}

/** The newest one that is whole; undefined where there is none. */
export function lastPlace(state: string): string | undefined {
  return placesIn(state).find((folder) => existsSync(join(folder, names.difference)));
}

/** The newest first; those of dry runs that were killed, too. */
function placesIn(state: string): readonly string[] {
  try {
    return readdirSync(join(state, name))
      .sort()
      .reverse()
      .map((each) => join(state, name, each));
  } catch {
    return [];
  }
}
