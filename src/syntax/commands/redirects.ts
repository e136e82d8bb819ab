/** Redirections: files, descriptors, here-documents and here-strings (language 3). */

import { ampersand, closeParen, greater, isBlank, isDigit, less, minus, newline, openParen } from "../characters.ts";
import type { Parser } from "../grammar.ts";
import { skipNested } from "../recovery.ts";
import { skipCommandBlanks } from "../scan/trivia.ts";
import type { Redirect, Word } from "../tree.ts";
import { parseHereText } from "./here-texts.ts";

/** Whether a redirection starts at the position: `>`, `<`, `2>`, `&>`. */
export function isRedirect(p: Parser): boolean {
  const code = p.code(p.at);
  if (code === less || code === greater) return true;
  if (code === ampersand) return p.code(p.at + 1) === greater;
  if (!isDigit(code)) return false;
  let at = p.at + 1;
  while (isDigit(p.code(at))) at += 1;
  return p.code(at) === less || p.code(at) === greater;
}

const operators = /&>>|&>=|&>|>>=|>>|>=|>&|>\||<<<|<<-|<<|<>|<&|[<>]/y;

/** Reads a redirection; undefined where it is none of ours, and said so. */
export function parseRedirect(p: Parser): Redirect | undefined {
  const start = p.at;
  const digits = p.match(/\d+/y, start)?.[0] ?? "";
  if (digits.length > 1) p.report("DS1113", start, start + digits.length, { number: digits.slice(0, 20) });
  p.at += digits.length;
  const operator = p.match(operators, p.at)?.[0] ?? p.text.charAt(p.at);
  p.at += operator.length;
  const input = operator.startsWith("<");
  const fd = digits === "" ? (input ? 0 : 1) : Number(digits.slice(-1));
  if (operator === "<<" || operator === "<<-") return parseHereText(p, fd, start, operator === "<<-");
  if (p.code(p.at) === openParen && (operator === "<" || operator === ">")) return refuseProcess(p, start);
  if (operator === ">|" || operator === "<>" || operator === ">>=" || operator === "&>=") refuse(p, start, operator);
  if (operator === ">&" || operator === "<&") return parseCopy(p, fd, start, operator);
  const target = readTarget(p, operator);
  if (target === undefined) return undefined;
  if (operator === "<<<") return { fd, op: "text", target: withNewline(target), start, end: p.at };
  const both = operator.startsWith("&");
  const op =
    operator === "<" || operator === "<>" ? "<" : operator.endsWith(">>") ? ">>" : operator.endsWith(">=") ? ">=" : ">";
  return { fd: both ? "both" : fd, op, target, start, end: p.at };
}

/** A here-string ends with a newline, as in the shells. */
function withNewline(target: Word): Word {
  const { end } = target;
  return { ...target, parts: [...target.parts, { kind: "text", text: "\n", quoted: true, start: end, end }] };
}

function readTarget(p: Parser, operator: string): Word | undefined {
  skipCommandBlanks(p);
  if (p.code(p.at + 1) === openParen && (p.code(p.at) === greater || p.code(p.at) === less)) {
    p.at += 1;
    return refuseProcess(p, p.at - 1);
  }
  const target = p.word({ plain: operator === "<<<" });
  if (target === undefined)
    p.fail(p.at, operator === "<<<" ? "a word behind `<<<`" : `a file's name behind \`${operator}\``);
  return target;
}

/** `2>&1`, `>&2`, `2>&-` */
function parseCopy(p: Parser, fd: number, start: number, operator: string): Redirect | undefined {
  const code = p.code(p.at);
  const next = p.code(p.at + 1);
  const ends =
    next === -1 ||
    isBlank(next) ||
    next === newline ||
    ";|&<>)".includes(p.text.charAt(p.at + 1)) ||
    next === closeParen;
  if (ends && code === minus) {
    p.at += 1;
    return { fd, op: "close", start, end: p.at };
  }
  if (ends && isDigit(code)) {
    p.at += 1;
    return { fd, op: "dup", from: code - 48, start, end: p.at };
  }
  p.report("DS1121", start, p.at, { operator });
  skipCommandBlanks(p);
  p.word();
  return undefined;
}

function refuse(p: Parser, start: number, operator: string): void {
  const instead: Readonly<Record<string, string>> = {
    ">|": "`>` overwrites always: write `> FILE`",
    "<>": "write `< FILE`, or open the file with `System.fopen`",
    "&>=": "write `>= FILE 2>&1`: the file is replaced only when the command succeeded",
    ">>=": "`>> FILE` appends; `>= FILE` replaces the file only when the command succeeded",
  };
  p.report("DS1112", start, p.at, { operator, instead: instead[operator] ?? "" });
}

/** `<(cmd)`, `>(cmd)` */
function refuseProcess(p: Parser, start: number): undefined {
  p.at += 1;
  p.open(closeParen, start + 1);
  const saved = p.newlinesAreBlank;
  p.newlinesAreBlank = true;
  skipNested(p);
  p.newlinesAreBlank = saved;
  p.shut();
  if (p.code(p.at) === closeParen) p.at += 1;
  p.report("DS1111", start, p.at, { operator: p.text.slice(start, start + 2) });
}
