/** A difference for a terminal: the tree, the lines of text files, and what is not covered. */

import { escapeText, type FrameStyle, type Language } from "../../diagnostics/index.ts";
import type { ChangeKind, KeptDifference } from "../difference/format.ts";
import { linesOf, mostLines } from "../difference/texts.ts";
import { countsOf, detailsOf, limitsText, marks, shownChanges } from "./describe.ts";
import { treeLines } from "./tree.ts";

/** Paths of a tree, and lines of all diffs together, that a terminal is shown. */
const mostPaths = 500;
const mostAll = 1000;

/** Whole lines, escaped and coloured. `folder` is where the contents are. */
export function differenceText(
  difference: KeptDifference,
  folder: string,
  style: FrameStyle,
  language: Language,
): string {
  const say = (text: string): string => escapeText(language.text(text));
  const changes = shownChanges(difference);
  const lines = [
    "",
    style.strong(say(`Dry run: ${countsOf(changes, language)}; nothing of it was kept on this host.`)),
  ];
  const tree = treeLines(changes);
  for (const { depth, name, change } of tree.slice(0, mostPaths)) {
    const indent = "  ".repeat(depth);
    if (change === null) lines.push(style.dim(`    ${indent}${escapeText(name)}`));
    else {
      const details = detailsOf(change).map(say).join(", ");
      lines.push(
        `${colourOf(change.kind, style)(`  ${marks[change.kind]} ${indent}${escapeText(name)}`)}  ${style.dim(details)}`,
      );
    }
  }
  if (tree.length > mostPaths) lines.push(say(`… ${tree.length - mostPaths} more paths`));
  lines.push(...diffs(difference, folder, style, say), ...uncovered(difference, style, say));
  return `${lines.join("\n")}\n`;
}

type Say = (text: string) => string;

function diffs(difference: KeptDifference, folder: string, style: FrameStyle, say: Say): readonly string[] {
  const lines: string[] = [];
  for (const change of shownChanges(difference)) {
    // A new file, or one that goes, of which nothing is compared, is shown as well: it is what is reviewed.
    const found = linesOf(change, folder);
    if (found.length === 0) continue;
    if (lines.length > mostAll) return [...lines, "", say("… more files have changed: --html FILE shows them all")];
    const before = change.kind === "made" ? "/dev/null" : (change.base ?? change.origin)?.path;
    lines.push("", style.strong(`--- ${escapeText(before ?? "/dev/null")}`));
    lines.push(style.strong(`+++ ${change.kind === "removed" ? "/dev/null" : escapeText(change.path)}`));
    if (typeof found === "string") {
      lines.push(style.dim(say(found === "binary" ? "it is no text" : "it is too large to be shown")));
      continue;
    }
    lines.push(...found.slice(0, mostLines + 1).map((line) => coloured(line, style)));
  }
  return lines;
}

function uncovered({ uncovered: all, notes }: KeptDifference, style: FrameStyle, say: Say): readonly string[] {
  const lines = ["", style.strong(say("Not covered:"))];
  for (const { line, command, times, why } of all)
    lines.push(
      `  ${say(`line ${line}`)}: ${escapeText(command)}${times > 1 ? ` (${times} ×)` : ""}  ${style.dim(say(why))}`,
    );
  for (const note of notes) lines.push(`  ${say(note)}`);
  lines.push(`  ${say(limitsText)}`);
  return lines;
}

function coloured(line: string, style: FrameStyle): string {
  const text = escapeText(line);
  if (line.startsWith("+")) return style.added(text);
  if (line.startsWith("-")) return style.error(text);
  return line.startsWith("@@") ? style.dim(text) : text;
}

function colourOf(kind: ChangeKind, style: FrameStyle): (text: string) => string {
  if (kind === "made") return style.added;
  if (kind === "removed") return style.error;
  return kind === "attributes" ? (text) => text : style.warning;
}
