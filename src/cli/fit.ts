/** Text made to fit a terminal: long lines are broken at blanks, so that no word is cut where the window ends. */

import { displayWidth } from "../text/index.ts";

// Narrower windows are written to as if they were so wide.
const narrowest = 20;
/** Extra indentation of what a broken line goes on with. */
const hanging = 2;

/** Breaks each line that is wider than `columns`; frames of source text stay as they are. */
export function fitted(text: string, columns: number): string {
  const width = Math.max(columns, narrowest);
  // A character takes two columns at most.
  if (2 * text.length <= width) return text;
  return text
    .split("\n")
    .map((line) => (widthOf(line) <= width || isFrame(line) ? line : broken(line, width)))
    .join("\n");
}

/** A line of a source file with its number, or the marks below it. */
function isFrame(line: string): boolean {
  return /^ *\d* +\|/.test(plain(line));
}

function broken(line: string, width: number): string {
  const indent = /^ */.exec(line)?.[0].length ?? 0;
  const parts = line.slice(indent).split(/( +)/);
  // A label and what it means, two blanks or more between them: what follows hangs below its beginning where there is room.
  const gap = parts.findIndex((part, index) => index % 2 === 1 && part.length > 1);
  const label = gap === -1 ? 0 : indent + widthOf(parts.slice(0, gap + 1).join(""));
  const hang =
    label > 0 && label <= width / 2 ? label : Math.min(indent + (gap === -1 ? hanging : 2 * hanging), width / 2);
  const lines: string[] = [];
  let current = " ".repeat(indent);
  let taken = indent;
  for (let at = 0; at < parts.length; at += 2) {
    const part = parts[at] ?? "";
    const blank = at === 0 ? "" : (parts[at - 1] ?? "");
    const breaksAtGap = at === gap + 1 && gap !== -1 && label > width / 2;
    const needed = widthOf(part);
    if (at > 0 && (breaksAtGap || taken + blank.length + needed > width)) {
      lines.push(current);
      current = `${" ".repeat(Math.floor(hang))}${part}`;
      taken = Math.floor(hang) + needed;
    } else {
      current += blank + part;
      taken += blank.length + needed;
    }
  }
  return [...lines, current].join("\n");
}

function widthOf(line: string): number {
  return displayWidth(plain(line));
}

/** Without what colours it. */
function plain(line: string): string {
  return line.replace(/\u001b\[[\d;]*m/g, "");
}
