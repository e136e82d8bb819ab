/** A command line taken apart by its row: which words are options, their values, and operands. */

import type { CommandRow } from "./row.ts";

/** An option as typed, dashes included ("-o", "--output", "-delete"), with its value where it has one. */
export interface GivenOption {
  readonly name: string;
  readonly value?: string;
}

export interface CommandLine {
  readonly options: readonly GivenOption[];
  readonly operands: readonly string[];
  /** The index in argv of the first operand; argv.length where there is none. */
  readonly firstOperand: number;
}

/**
 * Whether one dash may start several options at once (`-xo FILE`). A program that knows a single-dash word
 * (find's `-name`, openssl's `-out`) reads each word as one option instead.
 */
export function hasBundles(row: CommandRow): boolean {
  const listed = [...(row.valueOptions ?? []), ...(row.changesWith ?? []), ...(row.readsWith ?? [])];
  return !listed.some((text) => text.split(" ").some((token) => /^!?-[A-Za-z][A-Za-z]/.test(token)));
}

/** Reads argv, whose first word is the program itself, as getopt would (options may follow operands, unless the row wraps another command). */
export function readLine(row: CommandRow, argv: readonly string[]): CommandLine {
  const options: GivenOption[] = [];
  const operands: string[] = [];
  const values = new Set(row.valueOptions);
  const bundles = hasBundles(row);
  let firstOperand = argv.length;
  for (let at = 1; at < argv.length; at += 1) {
    const word = argv[at] ?? "";
    if (word === "--" && row.plain !== true) {
      firstOperand = Math.min(firstOperand, at + 1);
      operands.push(...argv.slice(at + 1));
      break;
    }
    if (at === 1 && row.leadingBundle === true && /^[A-Za-z]+$/.test(word)) {
      at += readOldStyle(word, argv, values, options);
    } else if (!word.startsWith("-") || word === "-" || row.plain === true) {
      firstOperand = Math.min(firstOperand, at);
      if (row.wraps !== undefined) {
        operands.push(...argv.slice(at));
        break;
      }
      operands.push(word);
    } else if (word.startsWith("--") || !bundles || word.length === 2) {
      const equals = word.indexOf("=");
      if (equals > 1) options.push({ name: word.slice(0, equals), value: word.slice(equals + 1) });
      else if (values.has(word)) options.push(withValue(word, argv[++at]));
      else options.push({ name: word });
    } else if (readBundle(word, values, options, argv[at + 1])) at += 1;
  }
  return { options, operands, firstOperand };
}

function withValue(name: string, value: string | undefined): GivenOption {
  return value === undefined ? { name } : { name, value };
}

/** `-xoFILE` and `-xo FILE`; whether the next word was taken as the value. */
function readBundle(
  word: string,
  values: ReadonlySet<string>,
  options: GivenOption[],
  next: string | undefined,
): boolean {
  for (let at = 1; at < word.length; at += 1) {
    const name = `-${word[at] ?? ""}`;
    if (!values.has(name)) {
      options.push({ name });
      continue;
    }
    const rest = word.slice(at + 1);
    options.push(withValue(name, rest === "" ? next : rest));
    return rest === "";
  }
  return false;
}

/** tar's first word: each letter that takes a value takes the next unread word, in order. How many words that were. */
function readOldStyle(
  word: string,
  argv: readonly string[],
  values: ReadonlySet<string>,
  options: GivenOption[],
): number {
  let taken = 0;
  for (const letter of word) {
    const name = `-${letter}`;
    if (values.has(name)) {
      taken += 1;
      options.push(withValue(name, argv[1 + taken]));
    } else options.push({ name });
  }
  return taken;
}
