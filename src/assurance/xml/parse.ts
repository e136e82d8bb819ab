/** Reads XML into a tree: strictly, with places, without entities of its own, and within limits. */

import { SaxesParser } from "saxes";
import type { Trouble } from "../model/reading.ts";
import { declaredEncoding, doctypeTrouble } from "./declarations.ts";
import { mostAttributes, mostCharacters, mostDepth, mostElements } from "./limits.ts";
import { type Reached, syntaxTrouble } from "./mistakes.ts";
import { elementsAmong, type XmlAttributes, type XmlElement } from "./tree.ts";

export type XmlReading =
  | { readonly ok: true; readonly root: XmlElement; readonly warnings: readonly Trouble[] }
  | { readonly ok: false; readonly errors: readonly Trouble[] };

/** Text is given to the parser in pieces, so that a mistake or a limit ends the work soon. */
const pieceLength = 1 << 16;

export function parseXml(text: string): XmlReading {
  const refused = refusedAtOnce(text);
  return refused === undefined ? parse(text) : { ok: false, errors: [refused] };
}

function refusedAtOnce(text: string): Trouble | undefined {
  if (text.length > mostCharacters)
    return limit(`the file has more than ${mostCharacters} characters`, mostCharacters, "divide the case into modules");
  if (text.slice(0, 4).includes("\0"))
    return {
      code: "FIL-07",
      message: "the file is in UTF-16, not in UTF-8",
      span: { start: 0, end: 1 },
      help: "save it in UTF-8",
    };
  if (text.trim() === "")
    return {
      code: "FIL-01",
      message: "the file is empty",
      span: { start: 0, end: 0 },
      help: "export the case once more",
    };
  return undefined;
}

/** An element that is being read. */
interface Open {
  readonly name: string;
  readonly local: string;
  readonly attributes: XmlAttributes;
  children: (XmlElement | string)[];
  elements: readonly XmlElement[];
  readonly start: number;
  readonly end: number;
  readonly source: string;
}

function parse(text: string): XmlReading {
  const parser = new SaxesParser({ position: false, xmlns: false });
  const open: Open[] = [];
  const reached: { -readonly [key in keyof Reached]: Reached[key] } = { text, open, closed: undefined, event: 0 };
  const warnings: Trouble[] = [];
  let current: Open | undefined;
  let root: XmlElement | undefined;
  let failed: Trouble | undefined;
  let pending = "";
  let elements = 0;
  const fail = (trouble: Trouble | undefined): void => {
    failed ??= trouble;
  };

  parser.on("error", (error) => fail(syntaxTrouble(error.message, parser.position, reached)));
  parser.on("xmldecl", ({ encoding }) => {
    const said = declaredEncoding(encoding, text);
    if (said?.isError === true) fail(said.trouble);
    else if (said !== undefined) warnings.push(said.trouble);
  });
  parser.on("doctype", (body) => {
    const said = doctypeTrouble(body, text);
    if (said.isError) fail(said.trouble);
    else warnings.push(said.trouble);
  });
  parser.on("text", (piece) => {
    reached.event = parser.position;
    pending += piece;
  });
  parser.on("cdata", (piece) => {
    reached.event = parser.position;
    pending += piece;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const end = parser.position;
    reached.event = end;
    reached.closed = undefined;
    if (pending !== "") keepText(false);
    // No value may hold the sign that begins a tag.
    const start = text.lastIndexOf("<", end - 1);
    elements += 1;
    if (elements > mostElements) fail(limit(`the file has more than ${mostElements} elements`, start, divide));
    if (open.length >= mostDepth)
      fail(limit(`elements lie more than ${mostDepth} deep in each other`, start, "flatten what is nested there"));
    if (end - start > mostAttributes * 4 && Object.keys(attributes).length > mostAttributes)
      fail(limit(`the element \`${name}\` has more than ${mostAttributes} attributes`, start, divide));
    const local = name.slice(name.indexOf(":") + 1);
    const tag: Open = { name, local, attributes, children: noChildren, elements: noChildren, start, end, source: text };
    current = tag;
    open.push(tag);
  });
  parser.on("closetag", () => {
    if (pending !== "") keepText(true);
    const done = open.pop();
    if (done === undefined) return;
    reached.closed = done.name;
    reached.event = parser.position;
    if (done.children !== noChildren) done.elements = elementsAmong(done.children);
    current = open.at(-1);
    if (current === undefined) root = done;
    else add(current, done);
  });

  function keepText(isAtEnd: boolean): void {
    if (current !== undefined) {
      const isAll = isAtEnd && current.children.length === 0;
      if (isAll || /\S/.test(pending)) add(current, pending);
    }
    pending = "";
  }

  for (let at = 0; at < text.length && failed === undefined; at += pieceLength)
    parser.write(text.slice(at, at + pieceLength));
  if (failed === undefined) parser.close();
  if (failed === undefined && root === undefined) fail(syntaxTrouble("unexpected end.", text.length, reached));
  if (failed !== undefined || root === undefined) return { ok: false, errors: failed === undefined ? [] : [failed] };
  return { ok: true, root, warnings };
}

const divide = "divide the case into modules";

/** Most elements have none, and then share these, which nothing is ever added to. */
const noChildren: never[] = [];

function add(element: Open, child: XmlElement | string): void {
  if (element.children === noChildren) element.children = [child];
  else element.children.push(child);
}

function limit(message: string, at: number, help: string): Trouble {
  return { code: "FIL-06", message, span: { start: at, end: at + 1 }, help };
}
