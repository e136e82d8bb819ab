/** Tables of rows: looking a program up, and laying a user's rows over the shipped ones. */

import { readLine } from "./line.ts";
import type { CommandRow } from "./row.ts";

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

/** Makes a table; of two rows with one name the later counts. Names may be given with a standard folder ("/usr/bin/grep"). */
export function commandTable(rows: readonly CommandRow[]): CommandTable {
  const byName = new Map(rows.map((row) => [row.name, row]));
  const plainName = (name: string): string => name.replace(standardFolders, "");
  return {
    find: (name) => byName.get(plainName(name)) ?? unknownRow(name),
    has: (name) => byName.has(plainName(name)),
    rows: [...byName.values()],
  };
}

function unknownRow(name: string): CommandRow {
  return { name, effect: "changes", answers: "any", source: "no row: taken to change something" };
}

/** Lays users' rows over a table: each overrides what it says and keeps the rest, or adds a program. */
export function withRows(table: CommandTable, rows: readonly UserRow[]): CommandTable {
  const merged = new Map(table.rows.map((row) => [row.name, row]));
  for (const row of rows) merged.set(row.name, overlay(merged.get(row.name) ?? unknownRow(row.name), row));
  return commandTable([...merged.values()]);
}

function overlay(below: CommandRow, row: UserRow): CommandRow {
  const { answersWith, statuses, ...rest } = below;
  // What a user says of all answers also holds for the usages that the shipped row sets apart.
  const usages = row.answers === undefined && answersWith !== undefined ? { answersWith } : {};
  const meanings = statuses === undefined && row.statuses === undefined ? {} : { statuses: { ...statuses, ...row.statuses } };
  return { ...rest, ...usages, source: "dscript.yaml", ...row, ...meanings };
}

/**
 * The command that a line really runs: behind `sudo -u app`, `env LC_ALL=C`, `nice`, `timeout 5`, … stands another one,
 * whose row counts. Gives the line itself where nothing is wrapped; `argv` starts with the program.
 */
export function innerCommand(
  table: CommandTable,
  argv: readonly string[],
): { readonly row: CommandRow; readonly argv: readonly string[] } {
  let words = argv;
  for (;;) {
    const row = table.find(words[0] ?? "");
    if (row.wraps === undefined) return { row, argv: words };
    let at = readLine(row, words).firstOperand;
    while (row.wraps.assignments === true && /^[A-Za-z_]\w*=/.test(words[at] ?? "")) at += 1;
    at += row.wraps.words;
    if (at >= words.length) return { row, argv: words };
    words = words.slice(at);
  }
}
