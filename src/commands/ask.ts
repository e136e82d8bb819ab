/** The questions that checker, runtime and diagnosis ask of a row. */

import { hasBundles, readLine } from "./line.ts";
import { fits } from "./pattern.ts";
import type { Answers, CommandRow } from "./row.ts";

/**
 * Whether this command line changes nothing permanent, so that it writes no SystemChangePoint (faults 3).
 * `argv` starts with the program itself. Redirections are not part of it. In doubt the answer is no.
 */
export function isReadOnly(row: CommandRow, argv: readonly string[]): boolean {
  if (row.effect !== "depends") return row.effect === "reads";
  const line = readLine(row, argv);
  if (row.changesWith?.some((pattern) => fits(pattern, line)) === true) return false;
  return row.readsWith === undefined || row.readsWith.some((pattern) => fits(pattern, line));
}

/**
 * Whether the next word is this option's value, so that it may start with "-" (language 3).
 * `-o` and `--output` when listed; a bundle `-xo` when `-o` is listed, none of the letters ahead of it takes a value
 * itself, and the program has bundles at all. `--output=x` and `-ofile` hold their value already: no.
 */
export function takesValue(row: CommandRow, option: string): boolean {
  const values = row.valueOptions;
  if (values === undefined) return false;
  if (values.includes(option)) return true;
  if (!/^-[^-].+$/su.test(option) || !hasBundles(row)) return false;
  const letters = [...option.slice(1)].map((letter) => `-${letter}`);
  return letters.findIndex((letter) => values.includes(letter)) === letters.length - 1;
}

/** Whether a program's first operand says what it is to do: `status` of git, `start` of systemctl. */
export function hasSubcommands(row: CommandRow): boolean {
  const usages = [
    ...(row.changesWith ?? []),
    ...(row.readsWith ?? []),
    ...(row.answersWith ?? []).map(([usage]) => usage),
  ];
  return usages.some((usage) => usage.split(" ").some((word) => /^[a-z][a-z-]*$/.test(word)));
}

/** The answers of this usage of the command; `argv` starts with the program itself. */
export function answersOf(row: CommandRow, argv: readonly string[]): Answers {
  if (row.answersWith === undefined) return row.answers;
  const line = readLine(row, argv);
  return row.answersWith.find(([pattern]) => fits(pattern, line))?.[1] ?? row.answers;
}

/** Whether a status is an answer in a boolean context (language 4); give `argv` where it is known: some usages differ from the row. */
export function isAnswer(row: CommandRow, status: number, argv?: readonly string[]): boolean {
  if (status === 0) return true;
  const answers = argv === undefined ? row.answers : answersOf(row, argv);
  if (answers === "any") return true;
  return answers !== "none" && status >= answers[0] && status <= answers[1];
}

/** Whether a status says that the reader of the command's output went away (language 3); death by SIGPIPE is the caller's to see. */
export function readerGone(row: CommandRow, status: number): boolean {
  return row.readerGone?.includes(status) === true;
}
