/** `(( i++ ))` as a command: the shells' arithmetic, refused with the expression alone. */

import { openParen } from "../characters.ts";
import type { Parser } from "../grammar.ts";
import type { GroupCommand } from "../tree.ts";
import { asSum } from "./translate.ts";

const sum =
  /\(\([ \t]*([A-Za-z_]\w*)[ \t]*(\+\+|--|(?:[-+*/%&|^]|<<|>>)?=(?!=)|[<>=!]=?|[-+*/%])[^\n]{0,200}?\)\)(?=[ \t]*(?:[;&|)}\r\n#]|$))/y;

/** A group within a group holds commands; a name and an operator directly behind both parentheses is arithmetic. */
export function isShellSum(p: Parser, at: number): boolean {
  return p.code(at) === openParen && p.code(at + 1) === openParen && p.matchEnd(sum, at) !== -1;
}

export function refuseSum(p: Parser): GroupCommand {
  const start = p.at;
  const found = p.match(sum, start);
  p.at += found?.[0].length ?? 2;
  const text = asSum(found?.[0].slice(2, -2) ?? "");
  const changes = /^(?:\+\+|--|.*[^<>=!]=|=)$/.test(found?.[2] ?? "");
  p.report("DS1109", start, p.at, {
    found: "((…))",
    fix: changes ? `write \`${text}\`` : `write \`if (${text}) { … }\``,
  });
  if (changes) {
    const name = p.text.indexOf(found?.[1] ?? "", start);
    p.presume(name, p.nameEnd(name));
  }
  const body = { kind: "block", statements: [], start, end: p.at } as const;
  return { kind: "group", prefixes: [], body, redirects: [], start, end: p.at };
}
