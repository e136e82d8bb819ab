/** Path: parts of paths, without a look at the disk. */

import { posix } from "node:path";
import { flowOf } from "../flow.ts";
import type { Functions } from "./function.ts";

export const pathFunctions: Functions = {
  "Path.name": (_flow, _site, path: string) => posix.basename(path) || (path.startsWith("/") ? "/" : ""),
  "Path.parent": (_flow, _site, path: string) => parentOf(path),
  "Path.extension": (_flow, _site, path: string) => posix.extname(path).slice(1),
  "Path.join": (_flow, _site, ...parts: string[]) => joinParts(parts),
  "Path.absolute": (flow, _site, path: string) => posix.resolve(flowOf(flow).directory, path),
  "Path.isAbsolute": (_flow, _site, path: string) => path.startsWith("/"),
};

/** As dirname(1): doubled slashes count as one, and those at the end not at all. */
function parentOf(path: string): string {
  const parent = posix.dirname(path).replace(/\/+$/, "");
  return parent === "" ? (path.startsWith("/") ? "/" : ".") : parent;
}

// Node's join folds "a/../b" into "b", which is another file where "a" is a link.
function joinParts(parts: readonly string[]): string {
  let joined = "";
  for (const part of parts) {
    if (part === "") continue;
    if (joined === "") joined = part;
    else joined = `${joined.replace(/\/+$/, "")}/${part.replace(/^\/+/, "")}`;
  }
  return joined;
}
