/** The comments between two tokens: all else there is punctuation and blank space. */

import { blockCommentEnd } from "../scan/block-comment.ts";

export interface Comment {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** It ends with its line. */
  readonly isLine: boolean;
  /** The line breaks between what stands ahead of it and itself. */
  readonly breaks: number;
}

const interesting = /[#/\n]/g;

/** The comments within a stretch of a script that holds no word, text or literal of it. */
export function commentsBetween(text: string, from: number, to: number): readonly Comment[] {
  const comments: Comment[] = [];
  let breaks = 0;
  let at = from;
  while (at < to) {
    interesting.lastIndex = at;
    const found = interesting.exec(text);
    if (found === null || found.index >= to) break;
    const start = found.index;
    const two = text.slice(start, start + 2);
    if (found[0] === "\n") {
      breaks += 1;
      at = start + 1;
    } else if (found[0] === "#" || two === "//") {
      const end = lineEnd(text, start);
      comments.push({ text: text.slice(start, end).trimEnd(), start, end, isLine: true, breaks });
      breaks = 0;
      at = end;
    } else if (two === "/*") {
      const closed = blockCommentEnd(text, start);
      const end = closed === -1 ? text.length : closed;
      comments.push({ text: text.slice(start, end), start, end, isLine: false, breaks });
      breaks = 0;
      at = end;
    } else at = start + 1;
  }
  return comments;
}

/** How many line breaks stand in a stretch, up to two. */
export function breaksIn(text: string, from: number, to: number): number {
  const first = text.indexOf("\n", from);
  if (first === -1 || first >= to) return 0;
  const second = text.indexOf("\n", first + 1);
  return second === -1 || second >= to ? 1 : 2;
}

export function lineEnd(text: string, at: number): number {
  const found = text.indexOf("\n", at);
  return found === -1 ? text.length : found;
}
