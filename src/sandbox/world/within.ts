/** A world's paths as the host has them: links are followed as the world would, so that none leads out of it. */

import { lstatSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { makeFolders } from "../../runtime/index.ts";

/** As many links as the kernel follows (path_resolution(7)). */
const mostLinks = 40;

/** Where a path of the world lies on the host; its last part is followed, too, where it is a link. Throws ELOOP. */
export function within(root: string, path: string): string {
  const left = path.split("/").filter((part) => part !== "" && part !== ".");
  const found: string[] = [];
  for (let links = 0; left.length > 0; ) {
    const part = left.shift() ?? "";
    if (part === "..") {
      found.pop();
      continue;
    }
    const here = join(root, ...found, part);
    if (lstatSync(here, { throwIfNoEntry: false })?.isSymbolicLink() !== true) {
      found.push(part);
      continue;
    }
    links += 1;
    if (links > mostLinks) throw Object.assign(new Error("too many links"), { code: "ELOOP" });
    const target = readlinkSync(here);
    if (target.startsWith("/")) found.length = 0;
    left.unshift(...target.split("/").filter((each) => each !== "" && each !== "."));
  }
  return join(root, ...found);
}

/** The same, the folder being made where it is not there. */
export function folderWithin(root: string, path: string): string {
  const place = within(root, path);
  makeFolders(place);
  return place;
}
