/** A run without a world of its own: on a copy of the script's folder. Whatever else the script touches is the host's. */

import { cpSync, lstatSync, mkdirSync, readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { isBelow } from "../../runtime/index.ts";
import { WorldTrouble } from "../../sandbox/index.ts";

export interface Copy {
  readonly directory: string;
  readonly out: string;
  /** A path of the folder as a path of its copy; others stay. */
  readonly place: (path: string) => string;
}

/** Copies the folder into the run's own; throws a WorldTrouble where it is larger than a run may write. */
export function copyFolder(folder: string, directory: string, disk: number): Copy {
  const [copy, out] = [join(folder, "copy"), join(folder, "out")];
  mkdirSync(out);
  const size = sizeOf(directory, disk, folder);
  if (size > disk) throw new WorldTrouble(`${directory} is larger than limits.disk (${disk} bytes): no copy is made`);
  try {
    copyEntries(directory, copy, folder);
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code ?? "EIO";
    throw new WorldTrouble(`${directory} cannot be copied: ${code}`);
  }
  return {
    directory: copy,
    out,
    place: (path) => (isBelow(path, directory) ? join(copy, relative(directory, path)) : path),
  };
}

/** The folder of runs may lie within: it is no part of the copy. */
function copyEntries(from: string, to: string, folder: string): void {
  mkdirSync(to);
  for (const { name } of readdirSync(from, { withFileTypes: true })) {
    const entry = join(from, name);
    if (entry === dirname(folder)) continue;
    if (isBelow(folder, entry)) copyEntries(entry, join(to, name), folder);
    else cpSync(entry, join(to, name), { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
  }
}

/** Bytes of all its files; more than `most` where it is more. */
function sizeOf(from: string, most: number, folder: string): number {
  let sum = 0;
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const path = join(from, entry.name);
    if (path === dirname(folder)) continue;
    if (entry.isDirectory()) sum += sizeOf(path, most - sum, folder);
    else if (entry.isFile()) sum += lstatSync(path).size;
    if (sum > most) break;
  }
  return sum;
}
