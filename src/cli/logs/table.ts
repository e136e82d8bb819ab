/** Tables for people: columns as wide as their texts, numbers to the right. */

import { displayWidth } from "../../text/index.ts";

export interface Column {
  readonly title: string;
  readonly right?: boolean;
  /** Columns of the terminal; a longer text is cut. */
  readonly most?: number;
}

/** Lines of a table, each with its newline. Texts are shown as they are: whoever makes them has made them harmless. */
export function tableText(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const cells = [columns.map(({ title }) => title), ...rows].map((row) =>
    columns.map(({ most }, at) => cut(row[at] ?? "", most ?? Number.POSITIVE_INFINITY)),
  );
  const widths = columns.map((_, at) => cells.reduce((most, row) => Math.max(most, displayWidth(row[at] ?? "")), 0));
  return cells
    .map((row) => {
      const line = columns.map(({ right }, at) => padded(row[at] ?? "", widths[at] ?? 0, right === true)).join("  ");
      return `${line.trimEnd()}\n`;
    })
    .join("");
}

/** A text with blanks up to a width in a terminal's columns. */
export function padded(text: string, width: number, right = false): string {
  const blanks = " ".repeat(Math.max(0, width - displayWidth(text)));
  return right ? blanks + text : text + blanks;
}

/** A text cut to so many columns, with "…" at its end. */
function cut(text: string, most: number): string {
  if (text.length * 2 <= most || displayWidth(text) <= most) return text;
  let width = 0;
  let kept = "";
  for (const character of text) {
    width += displayWidth(character);
    if (width > most - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/** A text broken at blanks, and between wide characters, into lines of at most so many columns. */
export function brokenAt(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/gu) ?? []) {
    if (line !== "" && displayWidth(line + piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += piece;
  }
  return line.trimEnd() === "" ? lines : [...lines, line.trimEnd()];
}
