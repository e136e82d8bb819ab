/** What is said where a log is not what was signed. */

import type { LogProblem } from "../problem.ts";

export function damagedTree(folder: string): LogProblem {
  const message = `the entries of ${folder} do not lead to the root that was signed`;
  const help = `dscript log verify ${folder} says where; take the log from an export or a backup`;
  return { code: "LOG-08", message, help, kind: "data" };
}

export function changedEntry(folder: string, index: number): LogProblem {
  const message = `entry ${index} of ${folder} is not what was appended`;
  return { code: "LOG-08", message, help: `dscript log verify ${folder} says where`, kind: "data" };
}

/** The hashes beside the entries are no part of what is signed; they are made again. */
export function keptDamaged(folder: string): LogProblem {
  const message = `the hashes that ${folder} keeps do not lead to the root that was signed`;
  const help = `dscript log verify ${folder} says what is damaged`;
  return { code: "LOG-08", message, help, kind: "data" };
}

/** Somebody had more of this log, or something else in it. */
export function takenBack(folder: string, older: number, size: number): LogProblem {
  const message =
    older > size
      ? `${folder} had ${older} entries, and has ${size}: entries were taken back`
      : `the first ${older} entries of ${folder} are not those that were signed before: the log was changed`;
  const help = "find out who put an older or another log there; take it from an export or a backup";
  return { code: "LOG-18", message, help, kind: "data" };
}
