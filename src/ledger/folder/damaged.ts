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
