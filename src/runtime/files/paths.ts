/** Paths as the system has them: where one leads, and what lies in which folder. */

import { realPathBytes } from "../host/files.ts";
import { nameOf, textOf } from "./bytes.ts";

/** The same place without links, `.` and `..`; throws what the system says. */
export function realPathOf(path: string | Buffer): string {
  return textOf(realPathBytes(typeof path === "string" ? nameOf(path) : path));
}

/** Whether a path is a folder, or lies in it. */
export function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder === "/" ? "/" : `${folder}/`);
}
