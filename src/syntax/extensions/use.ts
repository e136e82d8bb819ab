/** Reading one use of a syntax of one's own: its parts, by its form. */

import {
  closeBrace,
  closeParen,
  comma,
  doubleQuote,
  newline,
  openBrace,
  openParen,
  semicolon,
  singleQuote,
} from "../characters.ts";
import { isLoneBrace } from "../commands/words.ts";
import type { Parser } from "../grammar.ts";
import { readString } from "../scan/strings.ts";
import { skipTrivia } from "../scan/trivia.ts";
import { inParens, isBeforeAssignment } from "../statements/header.ts";
import type { FormElement, Part, Parts, SyntaxExtension, Word } from "../tree.ts";
import { holesOf } from "./form.ts";
import { readByPackage } from "./lower.ts";

/** Reads what `elements` name, and adds the parts. */
export function readParts(p: Parser, elements: readonly FormElement[], into: Map<string, Part>): void {
  for (const element of elements) {
    if (p.panic) return;
    readElement(p, element, into);
  }
}

function readElement(p: Parser, element: FormElement, into: Map<string, Part>): void {
  switch (element.kind) {
    case "word":
      if (!p.takeWord(element.text)) p.fail(p.look(), `\`${element.text}\``);
      return;
    case "mark":
      p.expect(element.text);
      return;
    case "group":
      return inParens(
        p,
        () => readParts(p, element.elements, into),
        () => undefined,
      );
    case "optional":
      if (beginsAt(p, p.look(), element.elements[0]) === true) readParts(p, element.elements, into);
      else leaveOut(p, element.elements, into);
      return;
    case "hole": {
      const part = readHole(p, element);
      if (part !== undefined) into.set(element.name, part);
    }
  }
}

/** Whether an element stands at an offset; undefined for those that begin with anything. */
function beginsAt(p: Parser, at: number, element: FormElement | undefined): boolean | undefined {
  switch (element?.kind) {
    case "word":
      return p.isWordAt(element.text, at);
    case "mark":
      return p.startsWith(element.text, at);
    case "group":
      return p.code(at) === openParen;
    default:
      return undefined;
  }
}

function leaveOut(p: Parser, elements: readonly FormElement[], into: Map<string, Part>): void {
  for (const { name, of, fallback } of holesOf(elements))
    if (fallback !== undefined) into.set(name, { of, value: fallback, isFallback: true, start: p.at, end: p.at });
}

function readHole(p: Parser, hole: FormElement & { kind: "hole" }): Part | undefined {
  const start = p.look();
  const part = (value: Part["value"]): Part => ({ of: hole.of, value, isFallback: false, start, end: p.at });
  switch (hole.of) {
    case "expr":
      return part(p.expression());
    case "exprs": {
      const values = [p.expression()];
      while (!p.panic && p.code(p.look()) === comma) {
        p.at = p.look() + 1;
        p.at = p.lookLines();
        values.push(p.expression());
      }
      return part(values);
    }
    case "condition":
      return part(p.condition());
    case "block":
      return part(p.block());
    case "body":
      return part(p.body());
    case "word": {
      const word = readWord(p);
      if (word === undefined) p.fail(start, "a word");
      return word && part(word);
    }
    case "words": {
      const words: Word[] = [];
      for (let word = readWord(p); word !== undefined; word = readWord(p)) words.push(word);
      if (words.length === 0) p.fail(start, "a word");
      return part(words);
    }
    case "name": {
      const name = p.name("a name");
      p.declare(name);
      return part(name);
    }
    case "text": {
      p.at = start;
      if (p.code(start) !== doubleQuote && p.code(start) !== singleQuote) {
        p.fail(start, "a string");
        return undefined;
      }
      const parts = readString(p);
      if (parts.some(({ kind }) => kind !== "text")) {
        p.report("DS1304", start, p.at, { why: "a plain string without `${…}` stands here" });
        return undefined;
      }
      return part({ kind: "string", parts, start, end: p.at });
    }
  }
}

/** The next word of the statement, if there is one. */
function readWord(p: Parser): Word | undefined {
  const at = p.look();
  const code = p.code(at);
  if (code === newline || code === semicolon || code === closeBrace || code === closeParen || code === -1)
    return undefined;
  if (isLoneBrace(p, at)) return undefined;
  p.at = at;
  return p.word();
}

/** Whether every hole has its part: none of them is missing because of a mistake. */
function isWhole(elements: readonly FormElement[], parts: Parts): boolean {
  return elements.every((element) => {
    if (element.kind === "hole") return parts.has(element.name);
    return element.kind !== "group" || isWhole(element.elements, parts);
  });
}

/** Whether what stands behind a construct's word can be its second element. */
export function fitsUse(p: Parser, after: number, next: FormElement | undefined): boolean {
  const at = skipTrivia(p, after, next?.kind === "hole" && (next.of === "block" || next.of === "body"));
  switch (next?.kind) {
    case undefined:
      return true;
    case "word":
    case "mark":
    case "group":
      return beginsAt(p, at, next) === true;
    case "optional":
      return !isBeforeAssignment(p, after);
    case "hole":
      return next.of === "block" ? p.code(at) === openBrace : at > after && !isBeforeAssignment(p, after);
  }
}

/** The parts of a use; undefined where something is wrong, and said. */
export function readUse(p: Parser, syntax: SyntaxExtension): Parts | undefined {
  if (syntax.read !== undefined) return readByPackage(p, syntax, syntax.read);
  const parts = new Map<string, Part>();
  readParts(p, syntax.form, parts);
  return p.panic || !isWhole(syntax.form, parts) ? undefined : parts;
}
