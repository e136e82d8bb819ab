/** What is said where the file of a D-Case cannot be read. */

import { longestCase } from "../../assurance/index.ts";
import { exitCode } from "../exit-code.ts";
import type { Unprepared } from "../unprepared.ts";
import type { CaseName } from "./case-name.ts";

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
