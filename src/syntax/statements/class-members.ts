/** The members of a class: fields, a constructor, methods; and how reading goes on after a mistake in one (language 5). */

import { readAnnotations } from "../annotations.ts";
import { closeBrace, equals, openBrace, openParen } from "../characters.ts";
import { missingValue } from "../expressions.ts";
import type { Parser } from "../grammar.ts";
import { recover } from "../recovery.ts";
import { skipTrivia } from "../scan/trivia.ts";
import { endStatement, indentOf } from "../statements.ts";
import type { Annotation, ClassMember, Expression, Identifier, NodeBase, TypeNode } from "../tree.ts";
import { typeEnd } from "../types.ts";
import { refuseForeignMember } from "./class-foreign.ts";
import { parseRest } from "./function.ts";

/** `isOver`: what closes a member stands where the class's own `}` would, so that one is missing, which is said. */
export function parseMembers(
  p: Parser,
  name: Identifier,
): { readonly members: readonly ClassMember[]; readonly isOver: boolean } {
  const members: ClassMember[] = [];
  for (;;) {
    p.at = skipSeparators(p);
    const code = p.code(p.at);
    if (code === -1 || code === closeBrace || p.isFull) return { members, isOver: false };
    const before = p.at;
    p.statementStart = before;
    p.saidTooLong = false;
    const member = parseMember(p, name);
    if (member !== undefined) members.push(member);
    if (member?.kind === "method" && !p.panic && closesClass(p, member.function.body, name))
      return { members, isOver: true };
    if (p.panic) recoverMember(p);
    else endStatement(p);
    if (p.at === before) p.at += 1;
  }
}

/** Goes behind a broken member: over the block that it may have, or to the end of its line. */
function recoverMember(p: Parser): void {
  const brace = p.matchEnd(/[^{}\n;]*\{/y, p.at);
  recover(p);
  if (brace === -1 || p.at < brace - 1) return;
  p.at = brace - 1;
  p.block();
  if (p.panic) recover(p);
}

/** Whether a method's `}` stands as far left as the class, and further than the method: then another is missing ahead of it. */
function closesClass(p: Parser, body: NodeBase, name: Identifier): boolean {
  const close = indentOf(p, body.end - 1);
  if (p.code(body.end - 1) !== closeBrace || close.end !== body.end - 1) return false;
  if (close.width > indentOf(p, name.start).width || indentOf(p, body.start).width <= close.width) return false;
  const span = { start: body.end - 1, end: body.end };
  const message = "the `}` that closes this block stands further left: perhaps one is missing ahead of it";
  p.report("DS1005", body.start, body.start + 1, { open: "{", close: "}", isBlock: true }, [
    { source: p.source, span, message },
  ]);
  p.shift(body.start, body.end);
  return true;
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
  if (!constant && p.code(skipTrivia(p, p.at, false)) === openParen) {
    const isConstructor = name.name === owner.name;
    const why = "a constructor has no type ahead of its name";
    if (isConstructor) p.report("DS1222", type.start, type.end, { found: p.text.slice(type.start, type.end), why });
    const made = parseRest(p, start, isConstructor ? untyped("void", start) : type, name);
    return { kind: "method", isConstructor, function: { ...made, ...noted }, start, end: p.at };
  }
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
  const returns = untyped(isConstructor ? "void" : "", start);
  const rest = parseRest(p, start, returns, name);
  const method = annotations.length > 0 ? { ...rest, annotations } : rest;
  return { kind: "method", isConstructor, function: method, start, end: p.at };
}

/** A type that is not written. */
function untyped(name: string, at: number): TypeNode {
  const span = { start: at, end: at };
  return { kind: "type", name: { kind: "identifier", name, ...span }, arguments: [], suffixes: [], ...span };
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
