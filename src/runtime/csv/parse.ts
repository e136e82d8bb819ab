/** Rows out of a CSV text (RFC 4180): any line end, fields in quotes over several lines, in time linear in the text. */

import { Refusal } from "../files/refusal.ts";

const quote = 34;
const newline = 10;
const carriageReturn = 13;

/** A row, and the line on which it begins, from 1. */
export interface CsvRow {
  readonly fields: string[];
  readonly line: number;
}

/** Reads a text; an empty line is no row. Refuses what is no CSV, with line and column. */
export function parseCsv(text: string, separator: string): CsvRow[] {
  const between = checkSeparator(separator).charCodeAt(0);
  const rows: CsvRow[] = [];
  let at = text.startsWith("\ufeff") ? 1 : 0;
  let line = 1;
  let lineStart = at;
  const refuse = (place: number, why: string): Refusal =>
    new Refusal("FormatFault", `line ${line}, column ${place - lineStart + 1}: ${why}`, undefined, "text");
  while (at < text.length) {
    const row: CsvRow = { fields: [], line };
    const start = at;
    for (;;) {
      row.fields.push(text.charCodeAt(at) === quote ? quoted() : plain());
      if (text.charCodeAt(at) !== between) break;
      at += 1;
    }
    const isEmpty = at === start;
    endLine();
    if (!isEmpty) rows.push(row);
  }
  return rows;

  function plain(): string {
    const from = at;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === between || code === newline || code === carriageReturn) break;
      if (code === quote)
        throw refuse(
          at,
          'a `"` within a field that does not begin with one: put the field in quotes, and double this one',
        );
    }
    return text.slice(from, at);
  }

  function quoted(): string {
    const opened = { at, line, lineStart };
    let value = "";
    at += 1;
    for (;;) {
      const end = text.indexOf('"', at);
      countLines(at, end === -1 ? text.length : end);
      if (end === -1) {
        ({ line, lineStart } = opened);
        throw refuse(opened.at, 'the field that begins here has no closing `"`');
      }
      value += text.slice(at, end);
      at = end + 1;
      if (text.charCodeAt(at) !== quote) break;
      value += '"';
      at += 1;
    }
    const code = text.charCodeAt(at);
    if (at === text.length || code === between || code === newline || code === carriageReturn) return value;
    throw refuse(at, 'text behind the closing `"` of a field: a `"` within a field is doubled');
  }

  function countLines(from: number, to: number): void {
    // Within these bounds alone: the next line's end may be far.
    const part = text.slice(from, to);
    for (let found = part.indexOf("\n"); found !== -1; found = part.indexOf("\n", found + 1)) {
      line += 1;
      lineStart = from + found + 1;
    }
  }

  /** Over a line's end: `\n`, `\r\n`, or `\r` alone. */
  function endLine(): void {
    if (at >= text.length) return;
    if (text.charCodeAt(at) === carriageReturn) at += 1;
    if (text.charCodeAt(at) === newline) at += 1;
    line += 1;
    lineStart = at;
  }
}

/** One character that is neither a quote nor a line's end. */
export function checkSeparator(separator: string): string {
  if (separator.length === 1 && !/["\r\n]/.test(separator)) return separator;
  throw new Refusal(
    "ArgumentFault",
    `a separator is one character, and no quote or line's end, not ${JSON.stringify(separator)}`,
    "EINVAL",
    "separator",
  );
}
