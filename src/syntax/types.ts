/** Types as they are written: `int`, `String[]`, `Map<int>`, `Func<int, String>`, `Job?` (language 5). */

import { closeBracket, comma, dot, greater, isBlank, less, openBracket, question } from "./characters.ts";
import type { Parser } from "./grammar.ts";
import type { Identifier, TypeNode } from "./tree.ts";

/** Deeper types are no types: nobody writes them. */
const maxTypeDepth = 20;

/** Whether a word is the name of a type of the language. */
function isTypeName(p: Parser, name: string): boolean {
  return p.grammar.types.has(name) || /^[A-Z]\w*Fault$/.test(name) || name === "Fault";
}

/** Whether the name at `from`, which ends at `end`, is that of a type; an imported file's is `lib.Disk`. */
function startsType(p: Parser, from: number, end: number, qualified: boolean): boolean {
  const name = p.text.slice(from, end);
  if (isTypeName(p, name)) return true;
  const isQualified = p.code(end) === dot && p.nameEnd(end + 1) > end + 1;
  return isQualified ? qualified && p.typeWord(name) === "import" : p.typeWord(name) === "class";
}

/** The end of the type that starts at `from`, by its shape alone; -1 where there is none. */
export function typeEnd(p: Parser, from: number, depth = 0): number {
  let at = p.nameEnd(from);
  if (at === from || depth > maxTypeDepth) return -1;
  if (p.code(at) === dot && p.nameEnd(at + 1) > at + 1) at = p.nameEnd(at + 1);
  if (p.code(at) === less) {
    for (;;) {
      at = typeEnd(p, skipBlanks(p, at + 1), depth + 1);
      if (at === -1) return -1;
      at = skipBlanks(p, at);
      if (p.code(at) !== comma) break;
    }
    if (p.code(at) !== greater) return -1;
    at += 1;
  }
  for (;;) {
    if (p.code(at) === openBracket && p.code(at + 1) === closeBracket) at += 2;
    else if (p.code(at) === question) at += 1;
    else return at;
  }
}

/**
 * Where the name starts that a known type and a blank stand ahead of; -1 where this is no declaration (language 2).
 * `qualified`: the type may be an imported file's; among values `lib.x` is a value, whatever word follows it.
 */
export function declaredNameStart(p: Parser, from: number, qualified = true): number {
  const word = p.nameEnd(from);
  if (word === from) return -1;
  const to = typeEnd(p, from);
  if (to === -1) return -1;
  const at = skipGap(p, to);
  if (at === to) return -1;
  // No name at all, but meant as one: `int 5x = 3`, `String 名前 = "x"`.
  const meant = p.code(at) > 127 || p.match(/\d\w*[ \t]*=/y, at) !== undefined;
  return (p.nameEnd(at) > at || meant) && startsType(p, from, word, qualified) ? at : -1;
}

/** The end of the type of a known name that starts at `from`; -1 where none does. */
export function knownTypeEnd(p: Parser, from: number): number {
  const word = p.nameEnd(from);
  return word > from && startsType(p, from, word, true) ? typeEnd(p, from) : -1;
}

/** Takes a type; the caller has seen its shape, or something is reported. */
export function parseType(p: Parser): TypeNode {
  const start = p.look();
  const to = typeEnd(p, start);
  if (to === -1) {
    p.fail(start, "a type");
    const span = { start: p.at, end: p.at };
    return { kind: "type", name: { kind: "identifier", name: "", ...span }, arguments: [], suffixes: [], ...span };
  }
  return readType(p, start);
}

function readType(p: Parser, start: number): TypeNode {
  const [qualifier, name] = readName(p, start);
  const parameters: TypeNode[] = [];
  if (p.code(p.at) === less) {
    do {
      parameters.push(readType(p, skipBlanks(p, p.at + 1)));
      p.at = skipBlanks(p, p.at);
    } while (p.code(p.at) === comma);
    p.at += 1;
  }
  const suffixes: ("[]" | "?")[] = [];
  for (;;) {
    if (p.code(p.at) === openBracket && p.code(p.at + 1) === closeBracket) {
      p.at += 2;
      suffixes.push("[]");
    } else if (p.code(p.at) === question) {
      p.at += 1;
      suffixes.push("?");
    } else {
      const parts = { name, arguments: parameters, suffixes, start, end: p.at };
      return qualifier === undefined ? { kind: "type", ...parts } : { kind: "type", qualifier, ...parts };
    }
  }
}

/** `Disk` or `lib.Disk`. */
function readName(p: Parser, start: number): readonly [qualifier: Identifier | undefined, name: Identifier] {
  const first = identifierAt(p, start);
  if (p.code(p.at) !== dot || p.nameEnd(p.at + 1) === p.at + 1) return [undefined, first];
  return [first, identifierAt(p, p.at + 1)];
}

function identifierAt(p: Parser, start: number): Identifier {
  p.at = p.nameEnd(start);
  return { kind: "identifier", name: p.text.slice(start, p.at), start, end: p.at };
}

function skipBlanks(p: Parser, from: number): number {
  let at = from;
  while (isBlank(p.code(at))) at += 1;
  return at;
}

/** Blanks, joined lines and comments within a line, which stand between tokens of code (language 1). */
function skipGap(p: Parser, from: number): number {
  let at = skipBlanks(p, from);
  for (let end = p.matchEnd(comment, at); end !== -1; end = p.matchEnd(comment, at)) at = skipBlanks(p, end);
  return at;
}

// A longer one, or one that holds another, is no note beside a type.
const comment = /\/\*(?:[^*\n]|\*(?!\/)){0,200}\*\/|\\\r?\n/y;
