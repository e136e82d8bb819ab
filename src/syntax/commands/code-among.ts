/** Code where a command belongs, as in `if (test -d x && n > 2)` or `cat f | clean()`: refused once, and read as code (language 2). */

import { bang, bar, closeBrace, closeParen, isBlank, newline, openParen, semicolon } from "../characters.ts";
import { isCallAt } from "../conditions.ts";
import type { Parser } from "../grammar.ts";
import type { BlockStatement, Expression, GroupCommand, Statement } from "../tree.ts";

/** What stands ahead of the code: an operator or a prefix, and where the list began. */
export interface Before {
  readonly operator: "&&" | "||" | "|" | "prefix" | "!";
  readonly isCondition: boolean;
  readonly listStart: number;
  /** Where the operator stands. */
  readonly at: number;
  /** The list has more than one pipeline by then. */
  readonly isLong: boolean;
}

/** Whether a stage is code: a call; in a condition also a name of this file with an operator behind it. */
export function isCodeAt(p: Parser, from: number, isCondition: boolean): boolean {
  let at = from;
  while (p.code(at) === bang || isBlank(p.code(at))) at += 1;
  if (isCallAt(p, at)) return true;
  return isCondition ? isComparedAt(p, at) : p.code(from) !== bang && isChangedAt(p, at);
}

/** `n = 2`, `n++`: a name of this file that is assigned to. */
function isChangedAt(p: Parser, at: number): boolean {
  const end = p.nameEnd(at);
  if (end === at || p.match(/[ \t]+(?:[-+*/%&^|]|\?\?|<<|>>)?=[ \t]|\+\+|--(?![\w-])/y, end) === undefined)
    return false;
  return p.knows(p.text.slice(at, end));
}

/** `n > 2`, `ready)`, `(n > 2`: a name of this file, and what goes on as an expression. */
function isComparedAt(p: Parser, from: number): boolean {
  let at = from;
  while (p.code(at) === openParen || isBlank(p.code(at))) at += 1;
  const end = p.nameEnd(at);
  if (end === at || !p.knows(p.text.slice(at, end))) return false;
  return p.match(operator, end) !== undefined;
}

// What only an expression has behind a name: its end in a condition, or an operator between blanks.
const operator =
  /[ \t]*(?:\)|&&|\|\||$)|\.[A-Za-z_]\w*|\[|[ \t]+(?:[=!]=|[=!]~|[<>]=?|[-+*/%]|\?\??)[ \t]|(?:[=!]=|<=|>=|<|>)(?=[\w"'$])/y;

/** Reads the code at the position, and says what to write instead. */
export function readCode(p: Parser, before: Before): GroupCommand {
  const start = p.at;
  // Operators between commands are the list's own, unless a value is assigned.
  const expression = p.expression(isChangedAt(p, start) ? "assignment" : "bit-or");
  const { end } = expression;
  p.report("DS1128", start, firstEnd(p, start), {
    operator: before.operator === "prefix" ? p.text.slice(before.at, start).trim() : before.operator,
    form: formOf(p, before, start, p.at),
  });
  const body: BlockStatement = { kind: "block", statements: [asStatement(expression, before)], start, end };
  return { kind: "group", prefixes: [], body, redirects: [], start, end: p.at };
}

/** A condition's part must be boolean; elsewhere a call stands for itself. */
function asStatement(expression: Expression, { isCondition }: Before): Statement {
  const { start, end } = expression;
  if (!isCondition) return { kind: "expression", expression, start, end };
  const condition = { kind: "expression-condition", expression, start, end } as const;
  const body = { kind: "block", statements: [], start: end, end } as const;
  return { kind: "if", branches: [{ condition, body }], start, end };
}

function firstEnd(p: Parser, start: number): number {
  return start + (p.match(/!*[ \t]*\(*[\w.]*/y, start)?.[0].length ?? 1);
}

function formOf(
  p: Parser,
  { operator: joined, isCondition, listStart, at, isLong }: Before,
  start: number,
  end: number,
): string {
  const ahead = short(p.text.slice(listStart, at), "cmd");
  const code = short(p.text.slice(start, end), "…");
  switch (joined) {
    case "|":
      return `${ahead} | ( ${code} )`;
    case "prefix": {
      const prefix = p.text.slice(at, start).trim();
      return /^[A-Za-z_]\w*=/.test(prefix) ? `( export ${prefix}; ${code} )` : `${prefix} ( ${code} )`;
    }
    case "!":
      return `if (!${code}) { … }`;
    case "&&":
    case "||":
      if (isCondition) return `$(${ahead}) ${joined} ${code}`;
      if (joined === "&&") return `if (${ahead}) { ${code} }`;
      return isLong ? `if (${ahead}) { } else { ${code} }` : `if (!${ahead}) { ${code} }`;
  }
}

function short(text: string, otherwise: string): string {
  const trimmed = text.trim();
  return trimmed.length > 50 || trimmed.includes("\n") ? otherwise : trimmed;
}

/** The code that ended at `p.codeEnd`, in this line: only blanks lie between. */
export function isBehindCode(p: Parser, at: number): boolean {
  if (p.codeEnd === -1 || p.codeEnd > at || at - p.codeEnd > 200) return false;
  return /^[ \t]*$/.test(p.text.slice(p.codeEnd, at));
}

/** `println("a") | cat`, `if (x) { … } > out`: an operator of commands behind code, of which a group makes a command. */
export function refuseBehindCode(p: Parser, at: number): void {
  const found = p.match(/(?:\d?(?:<<<|<<-?|>>|>=|>&|<|>)|&>>?|&&|\|\||\||&)/y, at)?.[0] ?? p.text.charAt(at);
  const code = codeText(p);
  const rest = p.match(/[^\s;{}()#]+[ \t]*(?:"[^"\n]*"|'[^'\n]*'|[^\s;{}()&|#]*)/y, at)?.[0].trim() ?? found;
  p.report("DS1129", at, at + found.length, { operator: found, form: formBehind(p, found, code, rest, at) });
  // The code alone has no effect, but not alone it would.
  p.lose(at, p.codeEnd, p.codeEnd);
  p.saidBehind = p.codeEnd;
}

function formBehind(p: Parser, operator: string, code: string, rest: string, at: number): string {
  if (operator !== "&&" && operator !== "||") return `( ${code} ) ${operator === "&" ? "&" : rest}`;
  const next = p.match(/[ \t]*\{?([^\n;{}#]{1,40})/y, at + 2)?.[1]?.trim() ?? "cmd";
  const isBlock = p.code(p.codeEnd - 1) === closeBrace;
  if (isBlock || givesNothing(p, p.codeStart)) return operator === "&&" ? `${code}; ${next}` : code;
  return `if (${operator === "||" ? "!" : ""}${code}) { ${next} }`;
}

/** Whether the code is a call of which the text says that it gives no value. */
export function givesNothing(p: Parser, start: number): boolean {
  const name = p.text.slice(start, p.nameEnd(start));
  const declaration = p.declared.get(name);
  if (declaration === undefined) return /^print(?:ln)?$|^log$/.test(name);
  return /\bvoid[ \t]+$/.test(p.text.slice(Math.max(0, declaration.start - 20), declaration.start));
}

/** The code ahead in short, without a bare block's own braces. */
function codeText(p: Parser): string {
  const text = p.text.slice(p.codeStart, p.codeEnd);
  const inner = /^\{([\s\S]*)\}$/.exec(text)?.[1]?.trim().replace(/;$/, "") ?? text;
  return short(inner, "…");
}

/** Whether an operator of commands follows a statement of code in its line. */
export function shellOperatorFollows(p: Parser, at: number): boolean {
  const code = p.code(at);
  if (code === newline || code === semicolon || code === closeParen) return false;
  return code === bar || p.match(/&|\d?[<>]/y, at) !== undefined;
}
