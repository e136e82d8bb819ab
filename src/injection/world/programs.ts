/** Programs that a world does not have. */

import { mkdirSync, readdirSync, rmSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";

/** Removes them from the folders of PATH; false where one stays, because its folder is somebody else's. */
export function removePrograms(names: readonly string[], path: string, place: (path: string) => string): boolean {
  let isGone = true;
  for (const folder of path.split(":").filter((each) => each.startsWith("/")))
    for (const name of names) {
      const file = join(place(folder), name);
      try {
        rmSync(file, { force: true });
      } catch {
        isGone = false;
      }
    }
  return isGone;
}

/** A PATH of folders that link to all programs but these; `seen` is where they are for whoever follows the links. */
export function pathWithout(names: readonly string[], path: string, folder: string, seen: string): string {
  const hidden = new Set(names);
  return path
    .split(":")
    .filter((each) => each.startsWith("/"))
    .map((each, index) => {
      const links = join(folder, String(index));
      mkdirSync(links, { recursive: true });
      for (const name of entriesOf(each)) {
        if (hidden.has(name)) continue;
        symlinkSync(join(each, name), join(links, name));
      }
      return join(seen, String(index));
    })
    .join(":");
}

function entriesOf(folder: string): readonly string[] {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true ? readdirSync(folder) : [];
}
