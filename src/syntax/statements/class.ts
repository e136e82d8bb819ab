/** `class NAME extends BASE { … }` (language 5). */

import { closeBrace, less, openBrace } from "../characters.ts";
import { defineStatement, type Parser } from "../grammar.ts";
import { skipTrivia } from "../scan/trivia.ts";
import type { ClassMember, Identifier, Statement, TypeNode } from "../tree.ts";
import { parseMembers } from "./class-members.ts";

export const classStatement = defineStatement({
  kind: "class",
  form: "class NAME extends BASE { … }",
  words: ["class"],
  shape: isClass,
  parse: parseClass,
});

/** A name, and `{` or `extends` behind it, or what other languages have in their place, and `{` in the same line. */
function isClass(p: Parser, after: number): boolean {
  const at = skipTrivia(p, after, false);
  const end = p.nameEnd(at);
  if (at === after || end === at) return false;
  if (p.code(skipTrivia(p, end, true)) === openBrace) return true;
  if (p.matchEnd(/extends(?=\s)/y, skipTrivia(p, end, false)) !== -1) return true;
  return p.matchEnd(/[ \t]*(?:[:<(]|implements\b)[^\n{]{0,200}\{/y, end) !== -1;
}

function parseClass(p: Parser): Statement {
  const start = p.at;
  p.takeWord("class");
  const name = p.name("the class's name");
  p.declare(name, "class");
  if (p.code(p.at) === less) {
    const { at } = p;
    p.at = Math.max(at + 1, p.matchEnd(/<[^{\n]*>/y, at));
    p.report("DS1222", at, p.at, { found: p.text.slice(at, p.at), why: "a class has no type parameters" });
  }
  const base = parseBase(p);
  const members = parseBody(p, name);
  return { kind: "class", name, ...(base && { base }), members, start, end: p.at };
}

/** `extends BASE`; what other languages have in its place is refused and read as that. */
function parseBase(p: Parser): TypeNode | undefined {
  if (p.panic) return undefined;
  const at = p.lookLines();
  if (p.code(at) === openBrace) return undefined;
  p.at = at;
  if (!p.takeWord("extends")) {
    const foreign = p.match(/(?:implements\b|:|<|\()[ \t]*(?:public[ \t]+)?/y, at)?.[0];
    if (foreign === undefined) {
      p.fail(at, "`extends` or `{`");
      return undefined;
    }
    const found = foreign.trim();
    const why =
      found === "implements"
        ? "there are no interfaces: a class extends one class"
        : "a class extends another with the word `extends`";
    p.report("DS1222", at, at + found.length, { found, why });
    p.at = at + foreign.length;
    if (found === "implements") {
      p.at = Math.max(p.at, p.matchEnd(/[^{\n]*/y, p.at));
      return undefined;
    }
  }
  const base = p.type();
  // What stands behind the base is refused once, and left.
  const rest = p.look();
  const more = p.match(/,[^{\n]*|implements\b[^{\n]*|\)[ \t]*:?/y, rest)?.[0];
  if (!p.panic && more !== undefined && p.code(rest) !== openBrace) {
    const why = more.startsWith(",")
      ? "a class extends one class"
      : "there are no interfaces: a class extends one class";
    if (!more.startsWith(")")) p.report("DS1222", rest, rest + more.trimEnd().length, { found: more.trim(), why });
    p.at = rest + more.length;
  }
  return base;
}

function parseBody(p: Parser, name: Identifier): readonly ClassMember[] {
  const open = p.panic ? p.at : p.lookLines();
  if (p.panic || p.code(open) !== openBrace) {
    p.fail(open, "`{`");
    return [];
  }
  const saved = { newlinesAreBlank: p.newlinesAreBlank, commaEnds: p.commaEnds, statementStart: p.statementStart };
  p.at = open + 1;
  p.newlinesAreBlank = false;
  p.commaEnds = false;
  p.classDepth += 1;
  p.open(closeBrace, open);
  const { members, isOver } = parseMembers(p, name);
  p.statementStart = saved.statementStart;
  if (!isOver) p.close(closeBrace, open);
  p.shut();
  p.classDepth -= 1;
  p.newlinesAreBlank = saved.newlinesAreBlank;
  p.commaEnds = saved.commaEnds;
  p.blockEnd = p.at;
  return members;
}
