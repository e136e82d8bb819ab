/** Reads XML into a tree: strictly, with places, without entities of its own, and within limits. */

import { SaxesParser } from "saxes";
import type { Trouble } from "../model/reading.ts";
import { declaredEncoding, doctypeTrouble } from "./declarations.ts";
import { mostAttributes, mostCharacters, mostDepth, mostElements } from "./limits.ts";
import { duplicateAttribute, type Reached, syntaxTrouble } from "./mistakes.ts";
import type { XmlAttribute, XmlElement } from "./tree.ts";

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

interface Open {
  readonly name: string;
  readonly start: number;
  readonly attributes: Map<string, XmlAttribute>;
  readonly children: (XmlElement | string)[];
  end: number;
}

function parse(text: string): XmlReading {
  const parser = new SaxesParser({ position: false });
  const open: Open[] = [];
  const reached: { -readonly [key in keyof Reached]: Reached[key] } = { text, open, event: 0 };
  const warnings: Trouble[] = [];
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
  parser.on("opentagstart", ({ name }) => {
    reached.event = parser.position;
    keepText(false);
    const start = text.lastIndexOf("<", parser.position - 1);
    delete reached.closed;
    elements += 1;
    if (elements > mostElements) fail(limit(`the file has more than ${mostElements} elements`, start, divide));
    if (open.length >= mostDepth)
      fail(limit(`elements lie more than ${mostDepth} deep in each other`, start, "flatten what is nested there"));
    open.push({ name, start, attributes: new Map(), children: [], end: parser.position });
  });
  parser.on("attribute", ({ name, value }) => {
    const element = open.at(-1);
    if (element === undefined) return;
    const end = parser.position - 1;
    const start = text.lastIndexOf(text.charAt(end), end - 1) + 1;
    reached.event = parser.position;
    if (element.attributes.has(name)) fail(duplicateAttribute(name, { start, end }));
    if (element.attributes.size >= mostAttributes)
      fail(limit(`the element \`${element.name}\` has more than ${mostAttributes} attributes`, start, divide));
    element.attributes.set(name, { name, value, span: { start, end } });
  });
  parser.on("opentag", () => {
    const element = open.at(-1);
    if (element !== undefined) element.end = parser.position;
  });
  parser.on("closetag", () => {
    keepText(true);
    const done = open.pop();
    if (done === undefined) return;
    reached.closed = done.name;
    reached.event = parser.position;
    const element = closed(done);
    const parent = open.at(-1);
    if (parent === undefined) root = element;
    else parent.children.push(element);
  });

  function keepText(isAtEnd: boolean): void {
    const element = open.at(-1);
    if (element !== undefined && pending !== "") {
      const isAll = isAtEnd && element.children.length === 0;
      if (isAll || /\S/.test(pending)) element.children.push(pending);
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

function closed({ name, start, end, attributes, children }: Open): XmlElement {
  return { name, local: name.slice(name.indexOf(":") + 1), attributes, children, span: { start, end } };
}

function limit(message: string, at: number, help: string): Trouble {
  return { code: "FIL-06", message, span: { start: at, end: at + 1 }, help };
}
