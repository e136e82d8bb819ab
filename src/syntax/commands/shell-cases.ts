/** The shells' `case … in … esac`: refused once, and read as branches. */

import {
  bar,
  closeParen,
  dollar,
  doubleQuote,
  isBlank,
  isNamePart,
  openBrace,
  openParen,
  singleQuote,
} from "../characters.ts";
import type { Parser } from "../grammar.ts";
import { skipCommandBlanks } from "../scan/trivia.ts";
import type { BlockStatement, Condition, Statement } from "../tree.ts";
import { ofHeaders, refuse, takeWord, unreadable } from "./shell-parts.ts";
import { asExpression } from "./translate.ts";

/** `case w in a|b) … ;; esac`, behind its word. */
export function readCase(p: Parser, start: number): Statement {
  skipCommandBlanks(p);
  const from = p.at;
  const muted = p.mute(ofHeaders);
  p.word();
  p.mute(muted);
  const value = p.text.slice(from, p.at);
  const branches: { readonly condition: Condition; readonly body: Statement }[] = [];
  let first: string | undefined;
  if (takeWord(p, "in") !== undefined) {
    for (let at = p.lookLines(); ; at = p.lookLines()) {
      const end = patternEnd(p, at);
      if (end === -1) break;
      first ??= p.text.slice(at, end).replace(/[()]/g, "").split("|", 1)[0]?.trim();
      p.at = end;
      const statements = p.statements(-1, (stop) => isCaseEnd(p, stop));
      const body: BlockStatement = { kind: "block", statements, start: end, end: p.at };
      branches.push({ condition: unreadable(at), body });
    }
    takeWord(p, "esac");
  }
  const label = first === undefined || /[*?[]/.test(first) ? "…" : asExpression(first);
  refuse(p, start, `switch (${value === "" ? "…" : asExpression(value)}) { case ${label}: … }`);
  return { kind: "if", branches, start, end: p.at };
}

function isCaseEnd(p: Parser, at: number): boolean {
  return p.text.slice(at, p.nameEnd(at)) === "esac" || patternEnd(p, at) !== -1;
}

/** Behind `a|"b c"|$x)`; -1 where no pattern stands. Blanks stand beside a `|` only. */
function patternEnd(p: Parser, from: number): number {
  let at = p.code(from) === openParen ? from + 1 : from;
  const start = at;
  let mayEnd = true;
  for (;;) {
    const code = p.code(at);
    if (code === closeParen) return at > start ? at + 1 : -1;
    if (isBlank(code)) {
      while (isBlank(p.code(at))) at += 1;
      mayEnd = p.code(at) === bar || p.code(at) === closeParen || mayEnd;
      if (!mayEnd) return -1;
      continue;
    }
    if (code === doubleQuote || code === singleQuote) {
      const end = p.matchEnd(code === doubleQuote ? /"[^"\n]*"/y : /'[^'\n]*'/y, at);
      if (end === -1) return -1;
      at = end;
    } else if (code === dollar && (isNamePart(p.code(at + 1)) || p.code(at + 1) === openBrace)) {
      at = p.code(at + 1) === openBrace ? p.matchEnd(/\$\{\w{0,80}\}/y, at) : at + 2;
      if (at === -1) return -1;
    } else if (code === -1 || "\n()`;&<>$".includes(p.text.charAt(at))) return -1;
    else at += 1;
    mayEnd = code === bar;
  }
}
