/** Asks a person at the terminal whether to sign what was shown. */

import { closeSync, openSync, readSync } from "node:fs";
import { language, refuseWords } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { write } from "../terminal.ts";

/** True where they say yes; a number is an exit code. */
export function saysYes(options: ParsedOptions, question: string): boolean | number {
  if (options.has("yes")) return true;
  let fd: number;
  try {
    fd = openSync("/dev/tty", "r");
  } catch {
    return refuseWords(
      "there is no terminal to ask at",
      "--yes signs without asking: read `dscript status FILE` first",
    );
  }
  try {
    write(2, `${language().text(question)} [y/N] `);
    const bytes = Buffer.alloc(256);
    const length = readSync(fd, bytes, 0, bytes.length, null);
    return /^\s*(?:y|yes|はい)\s*$/i.test(bytes.subarray(0, length).toString("utf8"));
  } finally {
    closeSync(fd);
  }
}
