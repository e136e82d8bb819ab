/** A run without a world of its own: on a copy of the script's folder. Whatever else the script touches is the host's. */

import { cpSync, lstatSync, mkdirSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { isBelow } from "./mounts.ts";
import { WorldTrouble } from "./root.ts";

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
  const size = sizeOf(directory, disk);
  if (size > disk) throw new WorldTrouble(`${directory} is larger than limits.disk (${disk} bytes): no copy is made`);
  try {
    cpSync(directory, copy, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
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

/** Bytes of all its files; more than `most` where it is more. */
function sizeOf(folder: string, most: number): number {
  let sum = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) sum += sizeOf(path, most - sum);
    else if (entry.isFile()) sum += lstatSync(path).size;
    if (sum > most) break;
  }
  return sum;
}
