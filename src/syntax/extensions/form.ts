/** The form of a syntax of one's own, as it is written: words, punctuation, holes, `( … )`, and `[ … ]` for what may be left out. */

import { closeBracket, closeParen, colon, dollar, doubleQuote, equals, openBracket, openParen } from "../characters.ts";
import type { Parser } from "../grammar.ts";
import { readString } from "../scan/strings.ts";
import type { Expression, FormElement, HoleKind } from "../tree.ts";

/** What each kind of hole reads, for messages and the manual. */
const holeKinds: Readonly<Record<HoleKind, string>> = {
  expr: "an expression",
  exprs: "expressions, parted by commas: a list",
  condition: "an expression or a command, as in the parentheses of `if`",
  block: "a block in braces",
  body: "a block, or one statement",
  word: "one word of a command",
  words: "the words up to the end of the statement",
  name: "a name, which the construct declares",
  text: "a string without `${…}`",
};

/** Reads elements up to `closer` (a character code; -1: up to `=>` or the end). */
export function readForm(p: Parser, closer = -1): readonly FormElement[] {
  const elements: FormElement[] = [];
  while (!p.panic) {
    const at = p.lookLines();
    p.at = at;
    if (p.code(at) === -1 || (closer === -1 ? p.startsWith("=>", at) : p.code(at) === closer)) break;
    const element = readElement(p, at);
    if (element === undefined) break;
    elements.push(element);
  }
  return elements;
}

function readElement(p: Parser, start: number): FormElement | undefined {
  const code = p.code(start);
  if (code === dollar) return readHole(p, start);
  if (code === openParen || code === openBracket) {
    const closer = code === openParen ? closeParen : closeBracket;
    p.at = start + 1;
    const elements = readForm(p, closer);
    p.expect(code === openParen ? ")" : "]");
    return { kind: code === openParen ? "group" : "optional", elements, start, end: p.at };
  }
  if (code === doubleQuote) {
    const [part] = readString(p);
    return { kind: "mark", text: part?.kind === "text" ? part.text : "", start, end: p.at };
  }
  const end = p.nameEnd(start);
  if (end > start) {
    p.at = end;
    return { kind: "word", text: p.text.slice(start, end), start, end };
  }
  const mark = p.match(/[,;:]|->|\.\./y, start)?.[0];
  if (mark === undefined) {
    p.fail(start, "a word, a hole such as `$x:expr`, or punctuation in quotes");
    return undefined;
  }
  p.at = start + mark.length;
  return { kind: "mark", text: mark, start, end: p.at };
}

/** `$x`, `$x:expr`, `$x:expr = 3` */
function readHole(p: Parser, start: number): FormElement {
  p.at = start + 1;
  const { name } = p.name("a hole's name");
  let of: HoleKind = "expr";
  if (p.code(p.at) === colon) {
    p.at += 1;
    const at = p.at;
    const end = p.nameEnd(at);
    const kind = p.text.slice(at, end);
    p.at = end;
    // Object.hasOwn has shown that it is one of the table's keys.
    if (Object.hasOwn(holeKinds, kind)) of = kind as HoleKind;
    else
      p.report("DS1301", at, Math.max(end, at + 1), { why: `there is no hole of the kind \`${kind}\``, kinds: true });
  }
  let fallback: Expression | undefined;
  const end = p.at;
  if (p.code(p.look()) === equals && p.code(p.look() + 1) !== 62) {
    p.at = p.look() + 1;
    fallback = p.expression();
  }
  return { kind: "hole", name, of, ...(fallback && { fallback }), start, end: fallback === undefined ? end : p.at };
}

/** A form as it is written, in its one way. */
export function formText(elements: readonly FormElement[], fallbackText: (node: Expression) => string): string {
  let text = "";
  for (const [index, element] of elements.entries()) {
    const before = elements[index - 1];
    const isTight =
      before === undefined ||
      (element.kind === "mark" && /^[,;:]$/.test(element.text)) ||
      (element.kind === "group" && before.kind === "word" && index === 1 && element.start === before.end);
    text += `${isTight ? "" : " "}${elementText(element, fallbackText)}`;
  }
  return text;
}

function elementText(element: FormElement, fallbackText: (node: Expression) => string): string {
  switch (element.kind) {
    case "word":
      return element.text;
    case "mark":
      return /^(?:[,;:]|->|\.\.)$/.test(element.text) ? element.text : JSON.stringify(element.text);
    case "group":
      return `(${formText(element.elements, fallbackText)})`;
    case "optional":
      return `[${formText(element.elements, fallbackText)}]`;
    case "hole": {
      const { name, of, fallback } = element;
      return `$${name}${of === "expr" ? "" : `:${of}`}${fallback === undefined ? "" : ` = ${fallbackText(fallback)}`}`;
    }
  }
}

/** Every hole of a form, in order. */
export function holesOf(elements: readonly FormElement[]): readonly (FormElement & { kind: "hole" })[] {
  return elements.flatMap((element) => {
    if (element.kind === "hole") return [element];
    return "elements" in element ? holesOf(element.elements) : [];
  });
}
