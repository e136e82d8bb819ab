/** `class NAME extends BASE { … }` (language 5). */

import { readAnnotations } from "../annotations.ts";
import { closeBrace, equals, less, openBrace, openParen } from "../characters.ts";
import { missingValue } from "../expressions.ts";
import { defineStatement, type Parser } from "../grammar.ts";
import { recover } from "../recovery.ts";
import { skipTrivia } from "../scan/trivia.ts";
import { endStatement } from "../statements.ts";
import type { Annotation, ClassMember, Expression, Identifier, Statement, TypeNode } from "../tree.ts";
import { typeEnd } from "../types.ts";
import { refuseForeignMember } from "./class-foreign.ts";
import { parseRest } from "./function.ts";

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
  const next = skipTrivia(p, end, true);
  if (p.code(next) === openBrace || p.matchEnd(/extends(?=\s)/y, next) !== -1) return true;
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
  const members = parseMembers(p, name);
  p.statementStart = saved.statementStart;
  p.close(closeBrace, open);
  p.shut();
  p.classDepth -= 1;
  p.newlinesAreBlank = saved.newlinesAreBlank;
  p.commaEnds = saved.commaEnds;
  p.blockEnd = p.at;
  return members;
}

function parseMembers(p: Parser, name: Identifier): readonly ClassMember[] {
  const members: ClassMember[] = [];
  for (;;) {
    p.at = skipSeparators(p);
    const code = p.code(p.at);
    if (code === -1 || code === closeBrace || p.isFull) return members;
    const before = p.at;
    p.statementStart = before;
    p.saidTooLong = false;
    const member = parseMember(p, name);
    if (member !== undefined) members.push(member);
    endStatement(p);
    if (p.at === before) p.at += 1;
  }
}

function skipSeparators(p: Parser): number {
  let at = p.lookLines();
  while (p.text.charAt(at) === ";") {
    p.at = at + 1;
    at = p.lookLines();
  }
  return at;
}

function parseMember(p: Parser, owner: Identifier): ClassMember | undefined {
  const annotations = readAnnotations(p);
  if (p.panic || p.code(p.at) === closeBrace) return undefined;
  const noted = annotations.length > 0 ? { annotations } : {};
  const isSaid = refuseForeignMember(p, owner.name);
  const start = p.look();
  p.at = start;
  const constant = p.takeWord("const");
  const first = p.look();
  const word = p.nameEnd(first);
  if (!constant && word > first && isUntyped(p, word)) return parseUntyped(p, owner, start, word, annotations, isSaid);
  const to = typeEnd(p, first);
  const nameAt = to === -1 ? -1 : skipTrivia(p, to, false);
  if (to === -1 || nameAt === to || (p.nameEnd(nameAt) === nameAt && p.code(nameAt) <= 127)) {
    if (constant && to !== -1) p.fail(first, "the field's type", `write \`const TYPE ${p.text.slice(first, word)}\``);
    else refuse(p, start, owner.name, isSaid);
    return undefined;
  }
  const type = p.type();
  const name = p.name("the member's name");
  if (!constant && p.code(skipTrivia(p, p.at, false)) === openParen)
    return {
      kind: "method",
      isConstructor: false,
      function: { ...parseRest(p, start, type, name), ...noted },
      start,
      end: p.at,
    };
  const value = parseValue(p);
  return { kind: "field", constant, type, name, ...(value && { value }), ...noted, start, end: p.at };
}

function parseValue(p: Parser): Expression | undefined {
  const at = p.look();
  if (p.panic || p.code(at) !== equals || p.code(at + 1) === equals) return undefined;
  p.at = at + 1;
  if (p.look() !== p.lookLines() && p.code(p.lookLines()) === closeBrace) {
    p.mention(p.look(), "a value");
    return missingValue(p);
  }
  p.at = p.lookLines();
  return p.expression();
}

/** A name, parentheses, and `{`: without the block it is a call. */
function isUntyped(p: Parser, word: number): boolean {
  const open = skipTrivia(p, word, false);
  if (p.code(open) !== openParen) return false;
  const close = closingParen(p, open);
  return close === -1 || p.code(skipTrivia(p, close + 1, true)) === openBrace;
}

/** The `)` of a `(`, texts aside; -1 where none is near. */
function closingParen(p: Parser, open: number): number {
  let depth = 0;
  for (const found of p.text.slice(open, open + 2000).matchAll(/[()]|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'/g)) {
    if (found[0] === "(") depth += 1;
    if (found[0] === ")") depth -= 1;
    if (depth === 0) return open + found.index;
  }
  return -1;
}

/** `Disk(…) { … }`, the constructor; under another name a method that misses its type. */
function parseUntyped(
  p: Parser,
  owner: Identifier,
  start: number,
  word: number,
  annotations: readonly Annotation[],
  isSaid: boolean,
): ClassMember {
  const found = p.text.slice(start, word);
  const isConstructor = found === owner.name || constructors.has(found);
  const name = p.name("the member's name");
  if (found !== owner.name && !isSaid) {
    const close = p.text.slice(word, word + 2) === "()" ? "()" : "(…)";
    if (isConstructor)
      p.mention(start, "the constructor", {
        fix: `a constructor has the name of its class: \`${owner.name}${close} { … }\``,
        length: word - start,
      });
    else
      p.mention(start, "a type ahead of the method's name", {
        fix: `write \`void ${found}${close} { … }\`, or the type of what it gives`,
        length: word - start,
      });
  }
  const nothing: Identifier = { kind: "identifier", name: isConstructor ? "void" : "", start, end: start };
  const returns: TypeNode = { kind: "type", name: nothing, arguments: [], suffixes: [], start, end: start };
  const rest = parseRest(p, start, returns, name);
  const method = annotations.length > 0 ? { ...rest, annotations } : rest;
  return { kind: "method", isConstructor, function: method, start, end: p.at };
}

// What other languages call it.
const constructors: ReadonlySet<string> = new Set(["constructor", "__init__", "initialize", "this", "__construct"]);

/** `isSaid`: a word ahead of it is refused already. */
function refuse(p: Parser, at: number, owner: string, isSaid: boolean): void {
  const found = p.match(/[\w$.]+|\S/y, at)?.[0] ?? "";
  if (!isSaid) p.report("DS1223", at, at + found.length, { found: found.slice(0, 40), owner });
  p.lose(at);
  p.panic = true;
  recover(p);
  // A block behind it belongs to it.
  const brace = p.look();
  if (p.code(brace) === openBrace) {
    p.at = brace;
    p.block();
  }
}
