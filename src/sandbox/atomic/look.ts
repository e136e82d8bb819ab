/** Looking at files by names of any bytes: a text's lone surrogates are bytes that are no UTF-8. */

import { type BigIntStats, lstatSync, readdirSync } from "node:fs";
import { nameOf, textOf } from "../../runtime/index.ts";

/** What lies there, links not followed; undefined where nothing does. */
export function statusOf(path: string): BigIntStats | undefined {
  try {
    return lstatSync(nameOf(path), { bigint: true, throwIfNoEntry: false });
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === "ENOTDIR") return undefined;
    throw thrown;
  }
}

/** The names in a folder. */
export function namesIn(folder: string): readonly string[] {
  return readdirSync(nameOf(folder), { encoding: "buffer" }).map(textOf);
}

/** A name within a folder. */
export function inside(folder: string, name: string): string {
  return folder === "/" ? `/${name}` : `${folder}/${name}`;
}

/** The folder that a path lies in. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/")) || "/";
}

export type FileType = "file" | "folder" | "link" | "fifo" | "socket" | "device";

export function typeOf(status: BigIntStats): FileType {
  if (status.isFile()) return "file";
  if (status.isDirectory()) return "folder";
  if (status.isSymbolicLink()) return "link";
  if (status.isFIFO()) return "fifo";
  return status.isSocket() ? "socket" : "device";
}

/** Hexadecimal digits that nobody has had before: unique, not secret, and node:crypto would cost each block 10 ms. */
export function uniqueDigits(): string {
  const draw = (): string =>
    Math.floor(Math.random() * 2 ** 48)
      .toString(16)
      .padStart(12, "0");
  return draw() + draw();
}
