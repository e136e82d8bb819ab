/** Assignments as the shells write them, `N=1` and `a=(x y)`, refused with D-Script's own (language 2). */

import type { DiagnosticCode } from "../../diagnostics/index.ts";
import { closeParen, equals, openParen, plus } from "../characters.ts";
import type { Parser } from "../grammar.ts";
import { skipBracket } from "../recovery.ts";
import type { Assignment } from "../tree.ts";
import { asExpression, asText } from "./translate.ts";

// What the assignment's own fix rewrites as well.
const within: ReadonlySet<DiagnosticCode> = new Set(["DS1107", "DS1108", "DS1109"]);

/** `NAME=word` alone. */
export function refuseAssignment(p: Parser, { name, value, start, end }: Assignment): void {
  const text = p.text.slice(value.start, value.end);
  const isKnown = p.knows(name.name);
  p.takeBack(value.start, within);
  if (text.startsWith("=")) {
    const other = asExpression(text.replace(/^=+/, "") || "0");
    p.report("DS1102", start, end, { name: name.name, operator: "==", fix: comparison(name.name, other) });
    return;
  }
  const expression = text === "" ? '""' : asExpression(text);
  p.report("DS1102", start, end, {
    name: name.name,
    operator: "=",
    fix: isKnown
      ? `write \`${name.name} = ${expression}\``
      : `write \`var ${name.name} = ${expression}\` for a variable (\`${name.name} = ${expression}\` where it is declared), \`export ${name.name}=${text.length > 60 ? "…" : asText(text)}\` for the environment`,
  });
  p.presume(name.start, name.end);
}

function comparison(left: string, right: string): string {
  return `\`${left} == ${right}\` compares, with blanks, where a condition stands`;
}

/** `NAME+=word` alone. */
export function refuseAppending(p: Parser, start: number, end: number): void {
  const nameEnd = p.nameEnd(start);
  const name = p.text.slice(start, nameEnd);
  const value = asExpression(p.text.slice(nameEnd + 2, end));
  p.report("DS1102", start, end, { name, operator: "+=", fix: `write \`${name} += ${value}\`` });
  p.presume(start, nameEnd);
}

/** Whether `NAME=(` or `NAME+=(` stands here: an array of the shells. */
export function isShellArray(p: Parser, at: number): boolean {
  const end = p.nameEnd(at);
  if (end === at) return false;
  const equal = p.code(end) === plus ? end + 1 : end;
  return p.code(equal) === equals && p.code(equal + 1) === openParen;
}

/** `a=(x y)`: an array has a type and brackets here. */
export function refuseArray(p: Parser): void {
  const start = p.at;
  const nameEnd = p.nameEnd(start);
  const name = p.text.slice(start, nameEnd);
  const adds = p.code(nameEnd) === plus;
  const open = p.text.indexOf("(", nameEnd);
  skipBracket(p, open, closeParen, true);
  const values = wordsIn(p.text.slice(open + 1, Math.min(p.at, open + 400)));
  if (p.code(p.at) === closeParen) p.at += 1;
  p.report("DS1102", start, p.at, {
    name,
    operator: adds ? "+=(" : "=(",
    fix: adds ? `write \`${name}.push(${values})\`` : `write \`String[] ${name} = [${values}]\``,
  });
  p.presume(start, nameEnd);
}

/** The words of an array as values. */
function wordsIn(text: string): string {
  const words = text.match(/(?:"[^"]*"|'[^']*'|\$\([^()]*\)|[^\s"'])+/g) ?? [];
  const values = words.slice(0, 8).map((word) => (/^\d+$/.test(word) ? `"${word}"` : asExpression(word)));
  return [...values, ...(words.length > values.length ? ["…"] : [])].join(", ");
}
