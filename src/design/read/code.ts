/** Pieces of a script as texts: lines of code, literals, comments that say what a statement is for. */

import type { Expression, GoalReference, NodeBase } from "../../syntax/index.ts";
import { lineText, placeOf, type SourceFile } from "../../text/index.ts";
import type { Argument, Lines } from "../model.ts";

/** Most characters of a comment that stands for a title. */
const longest = 160;

export function linesOf(source: SourceFile, { start, end }: NodeBase): Lines {
  return { first: placeOf(source, start).line, last: placeOf(source, Math.max(start, end - 1)).line };
}

/** In one line. */
export function codeText({ text }: SourceFile, { start, end }: NodeBase): string {
  return text.slice(start, end).replace(/\s+/g, " ").trim();
}

/** The lines of statements, without what they are indented by. */
export function codeLines(source: SourceFile, statements: readonly NodeBase[]): readonly string[] {
  const [first, last] = [statements[0], statements.at(-1)];
  if (first === undefined || last === undefined) return [];
  const { column } = placeOf(source, first.start);
  return source.text
    .slice(first.start, last.end)
    .split("\n")
    .map((line, at) => (at === 0 ? line : line.replace(new RegExp(`^[ \\t]{0,${column - 1}}`), "")).trimEnd())
    .filter((line) => line !== "");
}

/** What a text says, its holes as code: `"the switch of ${host}"`; of another expression its code in a hole. */
export function textOf(source: SourceFile, node: GoalReference): string {
  if (node.kind === "case-label") return node.name;
  if (node.kind !== "string") return `\${${codeText(source, node)}}`;
  return node.parts
    .map((part) => (part.kind === "text" ? part.text : `\${${codeText(source, part.expression)}}`))
    .join("");
}

export function argumentOf(source: SourceFile, node: Expression): Argument {
  const text = codeText(source, node);
  if (node.kind === "string" && node.parts.every(({ kind }) => kind === "text"))
    return { text, value: textOf(source, node) };
  const isLiteral = /^(?:int|float|boolean|duration|size)$/.test(node.kind);
  return isLiteral ? { text, value: text } : { text };
}

/** The comment that stands directly above a statement. */
export function wordsAbove(source: SourceFile, { start }: NodeBase): string | undefined {
  const words: string[] = [];
  for (let line = placeOf(source, start).line - 1; line >= 1; line -= 1) {
    const comment = /^(?:#|\/\/)(?!!)\s*(.*)$/.exec(lineText(source, line).trim())?.[1];
    if (comment === undefined) break;
    words.unshift(comment);
  }
  return shortened(words.join(" "));
}

/** As many of these words as fit; undefined where there are none. */
export function shortened(words: string): string | undefined {
  if (words.trim() === "") return undefined;
  return words.length > longest ? `${words.slice(0, longest - 1)}…` : words;
}
