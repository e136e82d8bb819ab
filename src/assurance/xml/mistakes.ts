/** What is wrong with XML that is not well-formed, in sentences with a place and a next step. */

import type { Span } from "../../text/index.ts";
import type { Trouble } from "../model/reading.ts";

/** How far the parser got: the elements that are open, the last that was closed, and the end of the last tag or text that it told. */
export interface Reached {
  readonly text: string;
  readonly open: readonly { readonly name: string; readonly start: number }[];
  readonly closed: string | undefined;
  readonly event: number;
}

/** `message` is one of saxes 6; `position` is behind the character at which it gave up. */
export function syntaxTrouble(message: string, position: number, reached: Reached): Trouble {
  const { text } = reached;
  const told = (sentence: string, help: string, span: Span = here(position)): Trouble => ({
    code: "FIL-01",
    message: sentence,
    span,
    help,
  });
  if (message.startsWith("duplicate attribute")) return twice(message, position, text);
  const isAtEnd = /unclosed tag|unexpected end/.test(message);
  const entity = isAtEnd || message.includes("entity") ? strayAmpersand(reached, position) : undefined;
  if (entity !== undefined) return told(...entity);
  if (isAtEnd) return told(...unclosed(reached));
  if (/close tag|closing tag/.test(message))
    return told(...wrongEnd(message.startsWith("unexpected") ? reached.closed : undefined, text, position));
  if (message.startsWith("disallowed character.")) return told(...wrongCharacter(text, position));
  const [sentence, help] = sentences.find(([part]) => message.includes(part))?.slice(1) ?? [];
  return told(
    sentence ?? "this is no well-formed XML",
    help ?? "look at what is written here, or export the file once more",
    message.startsWith("text data") ? firstWord(reached) : here(position),
  );
}

function twice(message: string, position: number, text: string): Trouble {
  const [, name = ""] = /: (.*)\.$/.exec(message) ?? [];
  const tag = text.lastIndexOf("<", position - 1);
  const [, second = tag] = [...text.slice(tag, position).matchAll(/([^\s=<]+)\s*=\s*(?:"[^"]*"|'[^']*')/g)]
    .filter((match) => match[1] === name)
    .map((match) => tag + match.index);
  return {
    code: "FIL-02",
    message: `the attribute \`${name}\` is given twice`,
    span: { start: second, end: second + name.length },
    help: "remove one of the two",
  };
}

const sentences: readonly (readonly [part: string, sentence: string, help: string])[] = [
  ["unquoted attribute value", "the value of an attribute stands without quotes", 'write it as `name="value"`'],
  ["attribute without value", "an attribute has no value", 'write it as `name="value"`'],
  ["in attribute name", "an attribute is not written as XML has it", 'write it as `name="value"`'],
  ["no whitespace between attributes", "two attributes stand without a space between them", "put a space between them"],
  ["text data outside of root", "there is text outside of the root element", "remove it, or move it into an element"],
  ["only one root", "there is a second root element", "put each case into a file of its own"],
  ["XML declaration must", "the XML declaration does not stand at the start of the file", "remove what is ahead of it"],
  ["]]>", "`]]>` stands in a text", "write `]]&gt;`"],
  ["in tag name", "a `<` begins no tag here", "write `&lt;` where it is part of a text"],
  ["malformed comment", "a comment holds `--`", "write a single hyphen in it"],
  ["version number", "there is no such version of XML", "write `1.0`"],
  ["must contain a root", "the file holds no element", "export the case once more"],
  ["doctype", "a DOCTYPE stands in the wrong place", "remove it"],
];

function here(position: number): Span {
  return { start: Math.max(position - 1, 0), end: position };
}

function firstWord({ text, event }: Reached): Span {
  const start = event + Math.max(text.slice(event).search(/\S/), 0);
  return { start, end: start + 1 };
}

type Told = readonly [sentence: string, help: string, span: Span];

/** The first `&` since the last event that begins no reference which XML knows. */
function strayAmpersand({ text, event }: Reached, position: number): Told | undefined {
  const known = /&(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);/iy;
  for (let at = text.indexOf("&", event); at !== -1 && at < position; at = text.indexOf("&", at + 1)) {
    known.lastIndex = at;
    const valid = known.exec(text)?.[0];
    const named = /^&[\w:.-]+;/.exec(text.slice(at, at + 64))?.[0];
    if (/<[!?]/.test(text.slice(event, at))) return undefined;
    const span = { start: at, end: at + (valid ?? named ?? "&").length };
    if (valid !== undefined) {
      if (isCharacter(valid)) continue;
      return [`\`${valid}\` stands for no character that XML allows`, "remove it", span];
    }
    if (named !== undefined)
      return [`\`${named}\` is no entity of XML`, "write the character itself, or its number as in `&#160;`", span];
    return ["a `&` stands alone", "write `&amp;`", span];
  }
  return undefined;
}

function isCharacter(reference: string): boolean {
  const digits = /^&#(x?)([\da-f]+);$/i.exec(reference);
  if (digits === null) return true;
  const code = Number.parseInt(digits[2] ?? "", digits[1] === "" ? 10 : 16);
  return (code >= 0x20 && code < 0xd800) || /^(?:9|10|13)$/.test(String(code)) || (code > 0xdfff && code < 0x110000);
}

function unclosed({ text, open, event }: Reached): Told {
  const last = open.at(-1);
  const rest = text.indexOf("<", event);
  if (rest !== -1 || last === undefined) {
    const start = Math.max(rest, 0);
    return ["the file ends within what begins here", "export it once more: it was cut off", { start, end: start + 1 }];
  }
  return [
    `the element \`${last.name}\` is not closed before the file ends`,
    `add \`</${last.name}>\`, or export the file once more: it was cut off`,
    { start: last.start, end: last.start + last.name.length + 1 },
  ];
}

function wrongEnd(closed: string | undefined, text: string, position: number): Told {
  const start = text.lastIndexOf("</", position - 1);
  const tag = text.slice(start, position);
  const span = { start, end: position };
  if (closed === undefined) return [`\`${tag}\` closes nothing`, `remove \`${tag}\``, span];
  return [`\`${tag}\` stands where \`${closed}\` has to be closed first`, `write \`</${closed}>\` ahead of it`, span];
}

function wrongCharacter(text: string, position: number): Told {
  const span = here(position);
  const code = text.codePointAt(span.start) ?? 0;
  if (text.charAt(span.start) === "<") return ["the value of an attribute holds a `<`", "write `&lt;`", span];
  const name = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  return [`the character ${name} is none that XML allows`, "remove it", span];
}
