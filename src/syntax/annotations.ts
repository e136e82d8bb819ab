/** `@Name` and `@Name("text")` ahead of statements and of a class's members (language 5). */

import { closeBrace, closeParen, doubleQuote, openParen, singleQuote } from "./characters.ts";
import type { Parser } from "./grammar.ts";
import { readString } from "./scan/strings.ts";
import type { Annotation, Identifier } from "./tree.ts";

const shape = /@[A-Z]\w*(?=\(|[ \t]|[\r\n;}#]|$)/y;

/** Whether an annotation stands at an offset: a capitalised word; in lower case it is a command's location. */
export function isAnnotationAt(p: Parser, at: number): boolean {
  return p.matchEnd(shape, at) !== -1;
}

/** Reads all annotations in a row; afterwards the position is at what they belong to. What is missing there is said. */
export function readAnnotations(p: Parser): readonly Annotation[] {
  const annotations: Annotation[] = [];
  while (!p.panic && isAnnotationAt(p, p.lookLines())) {
    p.at = p.lookLines();
    annotations.push(readAnnotation(p));
  }
  if (p.panic) return annotations;
  p.at = p.lookLines();
  const last = annotations.at(-1);
  if (last !== undefined && isEnd(p)) p.report("DS1220", last.start, last.end, { name: last.name.name });
  return annotations;
}

/** Whether nothing is here that an annotation could stand ahead of. */
export function isEnd(p: Parser): boolean {
  const code = p.code(p.at);
  return (
    code === -1 ||
    code === closeBrace ||
    code === closeParen ||
    p.match(/(?:case\b|default[ \t]*:)/y, p.at) !== undefined
  );
}

function readAnnotation(p: Parser): Annotation {
  const start = p.at;
  p.at = p.nameEnd(start + 1);
  const name: Identifier = { kind: "identifier", name: p.text.slice(start + 1, p.at), start: start + 1, end: p.at };
  if (p.code(p.at) !== openParen) return { kind: "annotation", name, start, end: p.at };
  const open = p.at;
  const saved = p.newlinesAreBlank;
  p.at = open + 1;
  p.newlinesAreBlank = true;
  p.open(closeParen, open);
  const text = readText(p, name.name);
  p.close(closeParen, open);
  p.shut();
  p.newlinesAreBlank = saved;
  return { kind: "annotation", name, ...(text !== undefined && { text }), start, end: p.at };
}

/** A plain text: an annotation is known without running anything. */
function readText(p: Parser, name: string): string | undefined {
  const start = p.look();
  const code = p.code(start);
  if (code !== doubleQuote && code !== singleQuote) {
    p.fail(start, "a text in quotes", `write \`@${name}("why")\``);
    return undefined;
  }
  p.at = start;
  const parts = readString(p);
  if (parts.some((part) => part.kind !== "text")) p.report("DS1221", start, p.at, { name });
  return parts.map((part) => (part.kind === "text" ? part.text : "")).join("");
}
