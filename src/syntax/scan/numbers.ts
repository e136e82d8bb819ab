/** Numbers and the units behind them: `1_000`, `0x1f`, `1.5e3`, `10s`, `512KiB` (language 5). */

import { nearest } from "../../diagnostics/index.ts";
import { dot, isDigit, isNamePart } from "../characters.ts";
import type { Parser } from "../grammar.ts";
import type { Expression } from "../tree.ts";

// `0B` is a Size of no bytes, `0B1` a number of base 2.
const digits = /0[xX][0-9A-Fa-f_]*|0b[0-9_]*|0B[0-9_]+|0[oO][0-9_]*|\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d[\d_]*)?/y;
const letters = /[A-Za-z_][A-Za-z0-9_]*/y;

/** Reads the number at `p.at`, a digit. */
export function readNumber(p: Parser): Expression {
  const start = p.at;
  const plain = readPlain(p);
  if (plain !== undefined) return plain;
  const number = p.match(digits, start)?.[0] ?? p.text.charAt(start);
  p.at += number.length;
  const unit = p.match(letters, p.at)?.[0];
  if (unit !== undefined) {
    p.at += unit.length;
    return withUnit(p, start, number, unit);
  }
  const value = numberOf(number);
  const span = { start, end: p.at };
  if (Number.isNaN(value)) {
    p.report("DS1016", start, p.at, { found: p.text.slice(start, p.at), why: whyMalformed(number) });
    return { kind: "error-expression", ...span };
  }
  if (isFloat(number)) {
    if (!Number.isFinite(value)) p.report("DS1017", start, p.at, { found: number, limit: "1.8e308" });
    return { kind: "float", value, ...span };
  }
  if (!Number.isSafeInteger(value))
    p.report("DS1017", start, p.at, { found: shorten(number), limit: "9007199254740991 (2^53 - 1)" });
  return { kind: "int", value: Number.isSafeInteger(value) ? value : 0, ...span };
}

/** The usual number: a few decimal digits and nothing else. */
function readPlain(p: Parser): Expression | undefined {
  const start = p.at;
  let at = start;
  let value = 0;
  while (isDigit(p.code(at))) {
    value = value * 10 + p.code(at) - 48;
    at += 1;
  }
  if (at - start > 15 || p.code(at) === dot || isNamePart(p.code(at)) || (p.code(start) === 48 && at - start > 1))
    return undefined;
  p.at = at;
  return { kind: "int", value, start, end: at };
}

/** Whether a number (with or without a unit) stands at `at` as a whole: `10s`, not `7z`. */
export function isNumberAt(p: Parser, at: number): boolean {
  const number = p.match(digits, at)?.[0];
  if (number === undefined) return false;
  const unit = p.match(letters, at + number.length)?.[0];
  return unit === undefined || p.grammar.units.has(unit);
}

function withUnit(p: Parser, start: number, number: string, unit: string): Expression {
  const row = p.grammar.units.get(unit);
  const value = numberOf(number) * (row?.units[unit] ?? 1);
  const span = { start, end: p.at };
  if (row === undefined || Number.isNaN(value)) {
    const close = nearest(unit, p.grammar.units.keys());
    p.report("DS1018", start, p.at, {
      found: `${shorten(number)}${shorten(unit)}`,
      unit: shorten(unit),
      nearest: close && `${shorten(number)}${close}`,
    });
    return { kind: "error-expression", ...span };
  }
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    p.report("DS1017", start, p.at, { found: shorten(`${number}${unit}`), limit: "9007199254740991 (2^53 - 1)" });
    return row.build(span, 0);
  }
  return row.build(span, value);
}

function isFloat(number: string): boolean {
  return !/^0[xX]/.test(number) && /[.eE]/.test(number);
}

/** NaN where the digits make no number: `0b12`, `0x`, `1__0`, and `0777`, which C reads as octal. */
function numberOf(number: string): number {
  if (/__|_$|_\.|\._|^0[xXbBoO]_/.test(number) || /^0\d/.test(number)) return Number.NaN;
  return Number(number.replaceAll("_", ""));
}

function whyMalformed(number: string): string {
  if (/^0\d/.test(number)) return whyZero(number);
  if (/_/.test(number)) return "`_` stands between two digits";
  return "its digits do not fit its prefix";
}

/** C reads a leading zero as octal, and 8 is no octal digit. */
function whyZero(number: string): string {
  const plain = number.replace(/^0+(?=\d)/, "");
  const octal = /^[0-7_]+$/.test(plain) ? `, or \`0o${plain}\` for an octal number` : "";
  return `a leading zero has no meaning: write \`${shorten(plain)}\`${octal}`;
}

function shorten(text: string): string {
  return text.length > 24 ? `${text.slice(0, 20)}…` : text;
}
