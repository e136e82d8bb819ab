/** What a program's first bytes say of how it runs. */

import { closeSync, readSync } from "node:fs";
import { openSync } from "../host/files.ts";
import { fsPath } from "./memory.ts";

/** The interpreter that a file's first line names. */
export function interpreterOf(file: string): string | undefined {
  const head = beginning(file);
  if (!head.startsWith("#!")) return undefined;
  return /^#![ \t]*([^ \t\n\r]*)/.exec(head)?.[1];
}

/** Whether a shell may read the file, as bash decides: the first line has no NUL. */
export function isText(file: string): boolean {
  return !(beginning(file).split("\n", 1)[0] ?? "").includes("\0");
}

function beginning(file: string): string {
  try {
    const fd = openSync(fsPath(file), "r");
    try {
      const bytes = Buffer.alloc(256);
      return bytes.toString("latin1", 0, readSync(fd, bytes));
    } finally {
      closeSync(fd);
    }
  } catch {
    // Programs may be executable without being readable.
    return "\0";
  }
}
