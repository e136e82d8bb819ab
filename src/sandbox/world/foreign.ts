/** Files that seem to be nobody's in a user namespace, such as those of another group: no overlay lets them be changed, so the caller gets copies, with the rights that he has on the host. */

import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  type Stats,
  symlinkSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { isBelow } from "../../runtime/index.ts";

export interface Adopting {
  /** Folders with what the script works on. */
  readonly folders: readonly string[];
  /** Folders of the caller's own, wherever they lie: what is above them and foreign is there as a copy, so that they can be changed. */
  readonly reached?: readonly string[];
  /** Bytes that copies may take, all in all. */
  readonly most: number;
}

const mostEntries = 2000;

/** Copies what is foreign from below a folder into what will lie over it; the value is the folders that are too large for that. */
export function adopt(lower: string, upper: string, { folders, reached = [], most }: Adopting): readonly string[] {
  let [entries, bytes] = [0, 0];
  const above = (path: string): void => {
    const target = join(upper, relative(lower, path));
    if (path === lower || lstatSync(target, { throwIfNoEntry: false }) !== undefined) return;
    above(dirname(path));
    mkdirSync(target);
    chmodSync(target, ownMode(path, lstatSync(path)));
  };
  const take = (path: string): boolean => {
    const status = lstatSync(path, { throwIfNoEntry: false });
    entries += 1;
    if (entries > mostEntries) return false;
    if (status === undefined) return true;
    if (isForeign(status))
      bytes += copied(path, status, () => above(dirname(path)), join(upper, relative(lower, path)));
    if (bytes > most) return false;
    return !status.isDirectory() || namesIn(path).every((name) => take(join(path, name)));
  };
  for (const folder of [...folders, ...reached]) {
    const path = realOf(folder);
    // An overlay copies no folder whose owner has no number here (EOVERFLOW).
    if (path === undefined || path === lower || !isBelow(path, lower)) continue;
    for (let at = dirname(path); isBelow(at, lower) && at !== lower; at = dirname(at))
      if (isForeign(lstatSync(at))) {
        above(at);
        break;
      }
  }
  return folders.filter((folder) => {
    const path = realOf(folder);
    if (path === undefined || path === lower || !isBelow(path, lower)) return false;
    if (lstatSync(path).isDirectory() && isForeign(lstatSync(path))) above(path);
    return !take(path);
  });

  /** Bytes that the copy takes. */
  function copied(path: string, status: Stats, makeFolder: () => void, target: string): number {
    try {
      if (status.isDirectory()) above(path);
      else if (lstatSync(target, { throwIfNoEntry: false }) !== undefined) return 0;
      else if (status.isSymbolicLink()) {
        makeFolder();
        symlinkSync(readlinkSync(path), target);
      } else if (status.isFile() && bytes + status.size <= most) {
        accessSync(path, constants.R_OK);
        makeFolder();
        copyFileSync(path, target);
        chmodSync(target, ownMode(path, status));
      }
      return status.isFile() ? status.size : 0;
    } catch {
      // What the caller cannot read stays as it is, and cannot be changed.
      return 0;
    }
  }
}

/** Whether its owner or its group has no number here: all others seem to be one nobody. */
function isForeign({ uid, gid }: Stats): boolean {
  return uid !== process.getuid?.() || gid !== process.getgid?.();
}

/** The copy is the caller's: his part of the mode says what he may do on the host. */
function ownMode(path: string, { mode }: Stats): number {
  const bits = [
    [constants.R_OK, 0o400],
    [constants.W_OK, 0o200],
    [constants.X_OK, 0o100],
  ] as const;
  const own = bits.reduce((sum, [right, bit]) => sum | (isAllowed(path, right) ? bit : 0), 0);
  return (mode & 0o1077) | own;
}

function isAllowed(path: string, right: number): boolean {
  try {
    accessSync(path, right);
    return true;
  } catch {
    return false;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function realOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
