/** Why entries are not appended though they could be written. */

import { names } from "../folder/header.ts";
import type { LogProblem } from "../problem.ts";

export function foreignKey(folder: string): LogProblem {
  const message = `the key is not the one that signs ${folder}`;
  return { code: "LOG-07", message, help: `${folder}/${names.key} is that key`, kind: "words" };
}

export function alreadyThere(index: number): LogProblem {
  const message = `the very same statement is there already, as entry ${index}`;
  const help = "there is nothing to do; who means it anew says so with another time";
  return { code: "LOG-19", message, help, kind: "data", entry: index };
}

export function givenTwice(): LogProblem {
  const message = "the very same statement is given twice; nothing was appended";
  return { code: "LOG-19", message, help: "leave one of the two", kind: "data" };
}
