/** The bodies of here-documents, read where the line that names them ends (language 3). */

import type { DiagnosticCode } from "../../diagnostics/index.ts";
import { isBlank } from "../characters.ts";
import type { Parser } from "../grammar.ts";
import type { PendingText } from "../reading.ts";
import type { TextPart } from "../tree.ts";
import { readText, unixLines } from "./strings.ts";

/** Reads the bodies that wait for the newline at `at`; gives the offset behind the last of them. */
export function readPending(p: Parser, at: number): number {
  const pending = p.pending;
  p.pending = [];
  let from = at + 1;
  for (const text of pending) from = readBody(p, text, from);
  p.skips.set(at, from);
  return from;
}

/** Says of here-documents that wait for a line which never came. */
export function reportUnclosedTexts(p: Parser): void {
  for (const text of p.pending) reportUnclosed(p, text);
  p.pending = [];
}

function readBody(p: Parser, pending: PendingText, from: number): number {
  let lineStart = from;
  const lines: string[] = [];
  while (lineStart < p.end) {
    const found = p.text.indexOf("\n", lineStart);
    const lineStop = found === -1 || found > p.end ? p.end : found;
    const line = p.text.slice(
      lineStart,
      p.text.charCodeAt(lineStop - 1) === 13 && lineStop > lineStart ? lineStop - 1 : lineStop,
    );
    if (line.endsWith(pending.delimiter) && isDelimiter(line, pending)) {
      fill(p, pending, from, lineStart, lines);
      return Math.min(p.end, lineStop + 1);
    }
    if (pending.strip) lines.push(line);
    lineStart = lineStop + 1;
  }
  fill(p, pending, from, p.end, lines);
  reportUnclosed(p, pending);
  return p.end;
}

function isDelimiter(line: string, pending: PendingText): boolean {
  const indent = line.length - pending.delimiter.length;
  return indent === 0 || (pending.strip && blankPrefix(line) === indent);
}

function fill(p: Parser, pending: PendingText, from: number, to: number, lines: readonly string[]): void {
  const indent = pending.strip ? commonIndent(lines) : 0;
  if (from >= to) pending.fill([], from, from);
  else if (pending.raw) pending.fill([rawText(p, from, to, indent, lines)], from, to);
  else pending.fill(readRegion(p, from, to, indent), from, to);
}

function rawText(p: Parser, from: number, to: number, indent: number, lines: readonly string[]): TextPart {
  const text =
    indent === 0 ? unixLines(p.text.slice(from, to)) : `${lines.map((line) => dropIndent(line, indent)).join("\n")}\n`;
  return { kind: "text", text, quoted: true, start: from, end: to };
}

/** Reads a stretch as if it were a file of its own: no interpolation may reach over its end. */
function readRegion(p: Parser, from: number, to: number, indent: number): ReturnType<typeof readText> {
  const saved = { at: p.at, end: p.end, openers: p.openers, panic: p.panic };
  p.at = from;
  p.end = to;
  p.openers = [];
  p.panic = false;
  p.forget();
  const parts = readText(p, -1, indent);
  reportUnclosedTexts(p);
  p.at = saved.at;
  p.end = saved.end;
  p.openers = saved.openers;
  p.forget();
  p.panic = saved.panic;
  return parts;
}

/** Lines without any text do not count. */
function commonIndent(lines: readonly string[]): number {
  let common: string | undefined;
  for (const line of lines) {
    const length = blankPrefix(line);
    if (length === line.length) continue;
    const indent = line.slice(0, length);
    if (common === undefined) common = indent;
    else while (!indent.startsWith(common)) common = common.slice(0, -1);
  }
  return common?.length ?? 0;
}

function blankPrefix(line: string): number {
  let length = 0;
  while (length < line.length && isBlank(line.charCodeAt(length))) length += 1;
  return length;
}

function dropIndent(line: string, indent: number): string {
  return line.slice(Math.min(indent, blankPrefix(line)));
}

const withoutCommand: ReadonlySet<DiagnosticCode> = new Set(["DS1118"]);

function reportUnclosed(p: Parser, pending: PendingText): void {
  const { start, end } = pending.operator;
  // That there is no command either shows when the text is closed.
  p.takeBack(start, withoutCommand);
  p.report("DS1004", start, end, { word: pending.delimiter });
  p.lose(p.end);
}
