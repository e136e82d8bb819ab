/** A text in its parts: revisions as they stand in the file, each with its header lines and the lines of its nodes. */

import type { Span } from "../../text/index.ts";
import type { Trouble } from "../model/reading.ts";
import { type HeaderLines, readHeaderLine } from "./header-lines.ts";
import { mostCharacters, mostNodes, mostRevisions } from "./limits.ts";
import { behindBlanks, lineFinder } from "./lines.ts";
import { type NodeText, type OpenNodeText, readNodeLine, spanOf } from "./node-line.ts";
import { noNode, tooLong, tooMany } from "./troubles.ts";

export interface Part extends HeaderLines {
  readonly at: Span;
  readonly nodes: readonly NodeText[];
}

export interface Outline {
  /** As they stand: the newest first, as a rule. */
  readonly parts: readonly Part[];
  readonly errors: readonly Trouble[];
  readonly warnings: readonly Trouble[];
}

interface OpenPart {
  readonly header: { -readonly [key in keyof HeaderLines]: HeaderLines[key][number][] };
  readonly nodes: NodeText[];
  start: number;
}

export function outlineOf(text: string): Outline {
  const errors: Trouble[] = [];
  const warnings: Trouble[] = [];
  const parts: Part[] = [];
  const done = (): Outline => ({ parts, errors, warnings });
  if (text.length > mostCharacters) {
    errors.push(tooLong(text.length));
    return done();
  }
  const lineAt = lineFinder(text);
  let part = open(text.startsWith("\ufeff") ? 1 : 0);
  let node: OpenNodeText | undefined;
  let count = 0;
  const closeNode = (end: number): void => {
    if (node === undefined) return;
    node.body = text.slice(node.bodyStart, end);
    part.nodes.push(node);
    node = undefined;
  };
  const closePart = (end: number, isLast: boolean): void => {
    closeNode(end);
    const at = { start: part.start, end };
    const { histories, tags } = part.header;
    const hasHeader = histories.length + tags.length > 0;
    if (part.nodes.length > 0 || hasHeader) parts.push({ at, nodes: part.nodes, histories, tags });
    else if (!isLast || parts.length === 0) errors.push(noNode(at, text.trim() === ""));
  };
  for (let at = part.start; at < text.length; ) {
    const { start, end, next } = lineAt(at);
    at = next;
    const first = behindBlanks(text, start, end);
    if (first === end) continue;
    if (text[first] === "*") {
      if (isSeparator(text, first, end)) {
        closePart(start, false);
        part = open(next);
        if (parts.length < mostRevisions) continue;
        errors.push(tooMany(false, { start, end }));
        return done();
      }
      const found = readNodeLine(text.slice(first, end), first, errors);
      if (found === undefined) continue;
      closeNode(start);
      found.bodyStart = Math.min(next, text.length);
      node = found;
      count += 1;
      if (count <= mostNodes) continue;
      errors.push(tooMany(true, spanOf(found)));
      return done();
    }
    if (node === undefined) readHeaderLine(text.slice(first, end), first, part.header, { errors, warnings });
  }
  closePart(text.length, true);
  return done();
}

function open(start: number): OpenPart {
  return { header: { histories: [], tags: [] }, nodes: [], start };
}

/** `*=====`; the number of its strokes is free. */
function isSeparator(text: string, first: number, end: number): boolean {
  return text[first + 1] === "=" && /^\*=+\s*$/.test(text.slice(first, end));
}
