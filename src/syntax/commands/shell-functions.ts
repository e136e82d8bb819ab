/** Functions as the shells declare them: refused once, and their bodies read as functions without parameters. */

import { openBrace } from "../characters.ts";
import type { Parser } from "../grammar.ts";
import type { Identifier, Parameter, Statement, TypeNode } from "../tree.ts";

const ours = /[A-Za-z_][\w-]*(?:\([ \t]*\)[ \t]*|[ \t]+\([ \t]*\)[ \t\r\n]*)\{/y;
const worded = /function[ \t]+[\w.:-]+[ \t]*(?:\(([\w,: \t]*)\))?[ \t\r\n]*\{/y;

/** `name() {`, `name () {`, `function name {`, also with names between the parentheses: no statement of ours looks so. */
export function isShellFunction(p: Parser, at: number): boolean {
  if (p.match(worded, at) !== undefined) return true;
  const word = p.text.slice(at, p.nameEnd(at));
  return word !== "" && !p.grammar.worded.has(word) && p.matchEnd(ours, at) !== -1;
}

/** Reads the function; what is the shells' way of parameters in it belongs to the one mistake. */
export function readShellFunction(p: Parser): Statement {
  const start = p.at;
  const keyword = p.match(worded, start);
  if (keyword !== undefined) p.at = start + (p.match(/function[ \t]+/y, start)?.[0].length ?? 0);
  const named = keyword?.[1]?.match(/[A-Za-z_]\w*/g) ?? [];
  const nameStart = p.at;
  const text = p.match(/[\w.:-]+/y, nameStart)?.[0] ?? "";
  const end = nameStart + text.length;
  p.presume(nameStart, end);
  const parameters = named.map((each) => parameter(p, each, p.text.indexOf(each, end)));
  p.at = p.text.indexOf("{", end);
  p.lose(p.at);
  p.foreign += 1;
  const body = p.block();
  p.foreign -= 1;
  const form = `void ${/^[A-Za-z_]\w*$/.test(text) ? text : "name"}(${parametersOf(p.text.slice(end, p.at), named)}) { … }`;
  const isWorded = nameStart > start;
  p.report("DS1122", start, isWorded ? start + "function".length : end, {
    word: isWorded ? "function" : `${text}()`,
    form,
  });
  const name: Identifier = { kind: "identifier", name: text, start: nameStart, end };
  if (p.openers.length > 0 || p.code(body.start) !== openBrace || !/^[A-Za-z_]\w*$/.test(text)) return body;
  return { kind: "function", returns: untyped(start), name, parameters, body, start, end: p.at };
}

function parameter(p: Parser, name: string, start: number): Parameter {
  const end = start + name.length;
  p.presume(start, end);
  return { type: untyped(start), name: { kind: "identifier", name, start, end }, start, end };
}

/** A type that could not be read: every value is of it. */
function untyped(at: number): TypeNode {
  const span = { start: at, end: at };
  return { kind: "type", name: { kind: "identifier", name: "", ...span }, arguments: [], suffixes: [], ...span };
}

/** `$1`, `$2` and `$@` as parameters, under the names that `local` gives them. */
function parametersOf(body: string, given: readonly string[]): string {
  if (given.length > 0) return given.map((name) => `String ${name}`).join(", ");
  const text = body.slice(0, 5000);
  const places = [...text.matchAll(/\$\{?([1-9])\b/g)].map((found) => Number(found[1]));
  const count = Math.max(0, ...places);
  const named = new Map(
    [...text.matchAll(/([A-Za-z_]\w*)="?\$\{?([1-9])\b/g)].map((found) => [Number(found[2]), found[1]]),
  );
  const single = Array.from({ length: count }, (_, at) => `String ${named.get(at + 1) ?? "abcdefghi".charAt(at)}`);
  return (/\$[@*]/.test(text) ? [...single, "String[] more"] : single).join(", ");
}
