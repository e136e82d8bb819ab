/** What stands below a node's line: its text, and its tags in their order. */

import { linesOf } from "./lines.ts";
import { readTagLine, readTextLine, type TagLine, writtenTagLine, writtenTextLine } from "./tag-line.ts";

export interface Body {
  readonly text: string;
  readonly tags: readonly TagLine[];
}

const none: readonly TagLine[] = [];

/** `first` is text on the node's own line. Blank lines around the text, and blanks that all its lines begin with, are none of it. */
export function readBody(raw: string, first: string): Body {
  if (!raw.includes("::") && !raw.includes("\\\\") && first === "") {
    // One line of text and blank ones around it: nearly every node.
    const trimmed = raw.trim();
    if (!/[\r\n]/.test(trimmed)) return { text: trimmed, tags: none };
  }
  const text: string[] = first === "" ? [] : [readTextLine(first)];
  const tags: TagLine[] = [];
  for (const line of linesOf(raw)) {
    const tag = readTagLine(line);
    if (tag !== undefined) tags.push(tag);
    else text.push(readTextLine(line.trimEnd()));
  }
  return { text: withoutMargin(text), tags };
}

/** Its text first, then its tags: AssureNote's own files are so, nearly all. */
export function writtenBody({ text, tags }: Body): string {
  const lines =
    text === "" ? [] : linesOf(withoutMargin(linesOf(text).map((line) => line.trimEnd()))).map(writtenTextLine);
  return [...lines, ...tags.map(writtenTagLine)].map((line) => `${line}\n`).join("");
}

function withoutMargin(lines: readonly string[]): string {
  let start = 0;
  let end = lines.length;
  while (start < end && lines[start] === "") start += 1;
  while (end > start && lines[end - 1] === "") end -= 1;
  let margin = Number.POSITIVE_INFINITY;
  for (let at = start; at < end && margin > 0; at += 1) {
    const line = lines[at] ?? "";
    if (line !== "") margin = Math.min(margin, line.length - line.trimStart().length);
  }
  const kept = lines.slice(start, end);
  return (margin > 0 && margin !== Number.POSITIVE_INFINITY ? kept.map((line) => line.slice(margin)) : kept).join("\n");
}
