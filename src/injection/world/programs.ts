/** Programs that a world does not have. */

import { mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";

/** Removes them from the folders of PATH; `place` is where a path of the world lies. */
export function removePrograms(names: readonly string[], path: string, place: (path: string) => string): void {
  for (const folder of foldersOf(path))
    for (const name of names) {
      try {
        rmSync(join(place(folder), name), { force: true });
      } catch {
        // A folder that may not be looked into has no program for anybody.
      }
    }
}

/** Folders of links to all programs: for who may not remove the programs themselves. */
export interface Links {
  /** PATH, as the script sees it. */
  readonly path: string;
  readonly remove: (names: readonly string[]) => void;
}

/** `seen` is where `folder` is for the script. */
export function linkPrograms(path: string, folder: string, seen: string): Links {
  const all = foldersOf(path);
  for (const [index, each] of all.entries()) {
    const links = join(folder, String(index));
    mkdirSync(links, { recursive: true });
    for (const name of entriesOf(each)) symlinkSync(join(each, name), join(links, name));
  }
  return {
    path: all.map((_, index) => join(seen, String(index))).join(":"),
    remove: (names) => {
      for (const index of all.keys())
        for (const name of names) rmSync(join(folder, String(index), name), { force: true });
    },
  };
}

function foldersOf(path: string): readonly string[] {
  return path.split(":").filter((each) => each.startsWith("/"));
}

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
