/** The shape of a command: its program, subcommand and options by name, and the kinds of its operands. Never a value, which may be a secret. */

import { type CommandRow, type CommandTable, hasSubcommands, innerCommand, readLine } from "../../commands/index.ts";

/** UTF-16 units. */
const longest = 160;
const mostOptions = 16;
const mostOperands = 8;

/** "tar -c -f PATH+", "git push WORD WORD": the same for all calls that should take about the same time. */
export function shapeOf(commands: CommandTable, argv: readonly string[]): string {
  const { row, argv: inner } = innerCommand(commands, argv);
  const { options, operands } = readLine(row, readsBundles(row) ? inner.map(withoutValue) : inner);
  const [verb] = operands;
  const isVerb = verb !== undefined && hasSubcommands(row) && /^[a-z][a-z-]{0,30}$/.test(verb);
  const names = [...new Set(options.map(({ name }) => nameOf(name)))].toSorted().slice(0, mostOptions);
  const kinds: string[] = [];
  for (const word of isVerb ? operands.slice(1) : operands) {
    const kind = kindOf(word);
    const last = kinds.at(-1);
    if (last === kind || last === `${kind}+`) kinds[kinds.length - 1] = `${kind}+`;
    else if (kinds.length < mostOperands) kinds.push(kind);
  }
  const program = (inner[0] ?? "").replace(/^.*\//, "");
  return [program, ...(isVerb ? [verb] : []), ...names, ...kinds].join(" ").slice(0, longest);
}

/** Whether one dash may start several options at once; else each such word is one option (find's `-name`). */
function readsBundles(row: CommandRow): boolean {
  return readLine(row, ["", "-ab"]).options.length > 1;
}

/** Of a word that may be an option with its value behind it ("-n10", "-pSECRET"), the option alone. */
function withoutValue(word: string): string {
  return /^-[^-]/.test(word) && !/^-[A-Za-z]{1,4}$/.test(word) ? word.slice(0, 2) : word;
}

function nameOf(option: string): string {
  if (/^--[A-Za-z][\w-]*$/.test(option)) return option;
  if (/^-[a-z][\w-]{1,15}$/.test(option)) return option;
  return /^-\d/.test(option) ? "-#" : option.slice(0, 2);
}

function kindOf(word: string): string {
  if (/^[+-]?\d+(?:\.\d+)?[A-Za-z%]{0,3}$/.test(word)) return "NUMBER";
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(word)) return "URL";
  if (/^[\w.-]+@?[\w.-]*:/.test(word)) return "REMOTE";
  if (/\s/.test(word)) return "TEXT";
  return /[/.]/.test(word) ? "PATH" : "WORD";
}
