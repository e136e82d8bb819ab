/** Paths as the system has them: where one leads, and what lies in which folder. */

import { realpathSync } from "node:fs";
import { nameOf, textOf } from "./bytes.ts";

/** The same place without links, `.` and `..`; throws what the system says. */
export function realPathOf(path: string | Buffer): string {
  // Node's own way follows texts alone: only the system's takes bytes that are no UTF-8.
  return textOf(realpathSync.native(typeof path === "string" ? nameOf(path) : path, { encoding: "buffer" }));
}

/** Whether a path is a folder, or lies in it. */
export function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder === "/" ? "/" : `${folder}/`);
}
