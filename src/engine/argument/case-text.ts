/** The text of a D-Case's file, and what is said where there is none. */

import { longestCase } from "../../assurance/index.ts";
import { exitCode } from "../exit-code.ts";
import { readScript } from "../read-file.ts";
import { decodeScript } from "../source-bytes.ts";
import type { Unprepared } from "../unprepared.ts";
import type { CaseName } from "./case-name.ts";

/** The file's text; the system's code where it cannot be read. */
export function caseText(path: string): string | { readonly code: string } {
  const bytes = readScript(path, longestCase);
  return bytes instanceof Uint8Array ? decodeScript(path, bytes).source.text : bytes;
}

export function unreadableCase({ path, isAsked }: CaseName, code: string): Unprepared {
  const why = reasons[code] ?? code;
  const problem = `the D-Case ${path} cannot be read: ${why}`;
  const next = isAsked
    ? "--case names a file, from the folder you are in"
    : "`case` in dscript.yaml names a file beside it";
  const ended = isAsked ? exitCode.usage : exitCode.configuration;
  return { code: ended, problem: { problem, next }, diagnostics: [], leftOut: [] };
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "its rights do not allow it",
  EFBIG: `it is larger than ${longestCase / 2 ** 20} MiB`,
};
