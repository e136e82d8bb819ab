/** Files of statements: where those of a case are, what they hold, and how lines are added to them. */

import { appendFileSync, closeSync, existsSync, fstatSync, openSync, readSync } from "node:fs";
import { type Statement, statementFileOf, statementLine, statementsIn } from "../../assurance/index.ts";
import { codeOf } from "../../logs/index.ts";
import { refuseWords } from "../language.ts";
import { safe } from "../runs/words.ts";
import { tellOf, textOf } from "./case-file.ts";

/** Every statement of files, those of the last file last; or the exit code. Broken lines are told of. */
export function readStatements(files: readonly string[]): readonly Statement[] | number {
  const all: Statement[] = [];
  for (const file of files) {
    const text = textOf(file, "name a file of statements, a line each");
    if (typeof text === "number") return text;
    const { statements, troubles } = statementsIn(text);
    for (const { line, problem } of troubles) tellOf(`${file}:${line}`, problem);
    for (const { statement } of statements) all.push(statement);
  }
  return all;
}

/** The files of statements that are asked for; else the one beside the case, where it is there. */
export function statementFiles(asked: readonly string[], path: string): readonly string[] {
  if (asked.length > 0) return asked;
  const usual = statementFileOf(path);
  return existsSync(usual) ? [usual] : [];
}

/** Adds statements to a file, which need not be there; false where it cannot be written, which is said. */
export function addStatements(
  file: string,
  statements: readonly (Statement | { readonly [name: string]: unknown })[],
): boolean {
  try {
    const lines = statements.map((each) => statementLine(each as Statement)).join("");
    if (lines !== "") appendFileSync(file, `${endsInLine(file) ? "" : "\n"}${lines}`);
    return true;
  } catch (thrown) {
    refuseWords(
      `${safe(file)} cannot be written: ${codeOf(thrown)}`,
      "name a file in a folder that is there, and yours",
    );
    return false;
  }
}

/** A line whose writer was interrupted stays by itself. */
function endsInLine(file: string): boolean {
  if (!existsSync(file)) return true;
  const fd = openSync(file, "r");
  try {
    const { size } = fstatSync(fd);
    const last = Buffer.alloc(1);
    return size === 0 || readSync(fd, last, 0, 1, size - 1) === 0 || last[0] === 10;
  } finally {
    closeSync(fd);
  }
}
