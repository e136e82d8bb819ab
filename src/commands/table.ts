/** Tables of rows: looking a program up, and laying a user's rows over the shipped ones. */

import { readLine } from "./line.ts";
import { fits } from "./pattern.ts";
import type { CommandRow, StatusMeaning } from "./row.ts";

/** Rows by name. */
export interface CommandTable {
  /** The row of a program; for an unknown one a row that changes something and may answer anything. */
  find(name: string): CommandRow;
  has(name: string): boolean;
  readonly rows: readonly CommandRow[];
}

/** A user's row: what it does not say stays as the shipped row has it. */
export type UserRow = Partial<CommandRow> & { readonly name: string };

// Where distributions put the programs that rows speak of; `./grep` is somebody's own.
const standardFolders = /^\/(?:usr\/)?(?:local\/)?s?bin\/(?=[^/]+$)/;

const plainName = (name: string): string => name.replace(standardFolders, "");

/** Makes a table; of two rows with one name the later counts. Names may be given with a standard folder ("/usr/bin/grep"). */
export function commandTable(rows: readonly CommandRow[]): CommandTable {
  return lazyTable([() => [...new Map(rows.map((row) => [row.name, row])).values()]]);
}

/**
 * A table whose parts are made when a search comes to them: building all rows takes milliseconds, and a script
 * names a few programs. No name may stand in two parts.
 */
export function lazyTable(parts: readonly (() => readonly CommandRow[])[]): CommandTable {
  const made = new Map<string, CommandRow>();
  let next = 0;
  const search = (name: string): CommandRow | undefined => {
    const plain = plainName(name);
    // A program by its path is nobody's row: no need to look through all parts for it.
    if (plain.includes("/")) return undefined;
    for (;;) {
      const row = made.get(plain);
      const part = parts[next];
      if (row !== undefined || part === undefined) return row;
      next += 1;
      for (const each of part()) made.set(each.name, each);
    }
  };
  return {
    find: (name) => search(name) ?? unknownRow(name),
    has: (name) => search(name) !== undefined,
    get rows() {
      for (; next < parts.length; next += 1) for (const each of parts[next]?.() ?? []) made.set(each.name, each);
      return [...made.values()];
    },
  };
}

function unknownRow(name: string): CommandRow {
  return { name, effect: "changes", answers: "any", source: "no row: taken to change something" };
}

/** Lays users' rows over a table: each overrides what it says and keeps the rest, or adds a program. */
export function withRows(table: CommandTable, rows: readonly UserRow[]): CommandTable {
  const over = new Map<string, CommandRow>();
  for (const row of rows) over.set(row.name, overlay(over.get(row.name) ?? table.find(row.name), row));
  const search = (name: string): CommandRow | undefined => over.get(name) ?? over.get(plainName(name));
  return {
    find: (name) => search(name) ?? table.find(name),
    has: (name) => search(name) !== undefined || table.has(name),
    get rows() {
      return [...table.rows.filter((row) => !over.has(row.name)), ...over.values()];
    },
  };
}

function overlay(below: CommandRow, row: UserRow): CommandRow {
  const { answersWith, statuses, ...rest } = below;
  // What a user says of all answers also holds for the usages that the shipped row sets apart.
  const usages = row.answers === undefined && answersWith !== undefined ? { answersWith } : {};
  const meanings =
    statuses === undefined && row.statuses === undefined ? {} : { statuses: { ...statuses, ...row.statuses } };
  return { ...rest, ...usages, source: "dscript.yaml", ...row, ...meanings };
}

/**
 * The command that a line really runs: behind `sudo -u app`, `env LC_ALL=C`, `nice`, `timeout 5`, … stands another one,
 * whose row counts. Gives the line itself where nothing is wrapped; `argv` starts with the program.
 */
export function innerCommand(table: CommandTable, argv: readonly string[]): NestedCommand {
  return nestedCommands(table, argv).at(-1) as NestedCommand;
}

/** A command within a line, and the words from it on. */
export interface NestedCommand {
  readonly row: CommandRow;
  readonly argv: readonly string[];
}

/** The command as it stands, then each that the one ahead of it runs. */
function nestedCommands(table: CommandTable, argv: readonly string[]): readonly NestedCommand[] {
  const found: NestedCommand[] = [];
  let words = argv;
  for (;;) {
    const row = table.find(words[0] ?? "");
    found.push({ row, argv: words });
    if (row.wraps === undefined) return found;
    let at = readLine(row, words).firstOperand;
    while (row.wraps.assignments === true && /^[A-Za-z_]\w*=/.test(words[at] ?? "")) at += 1;
    at += row.wraps.words;
    if (at >= words.length) return found;
    words = words.slice(at);
  }
}

/**
 * What a status says, and the row that says it: the command's own convention, else that of what runs it (`timeout`, `flock -n`).
 * Undefined where none has a word for it.
 */
export function meaningOf(
  table: CommandTable,
  argv: readonly string[],
  status: number,
): { readonly row: CommandRow; readonly meaning: StatusMeaning } | undefined {
  const nested = nestedCommands(table, argv);
  for (const command of [...nested.slice(-1), ...nested.slice(0, -1)]) {
    const meaning = command.row.statuses?.[status];
    if (meaning !== undefined && isMeant(meaning, command)) return { row: command.row, meaning };
  }
  return undefined;
}

function isMeant({ with: usages }: StatusMeaning, { row, argv }: NestedCommand): boolean {
  if (usages === undefined) return true;
  const line = readLine(row, argv);
  return usages.some((usage) => fits(usage, line));
}
