/** Texts broken into lines of a width. */

import { fittedText, textWidth } from "../svg.ts";

/** Lines of at most so many pixels; what does not fit into the last one is cut. Breaks at blanks, and between wide characters. */
export function wrapped(text: string, size: number, width: number, most: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  // A word with the blank behind it, or one wide character.
  for (const piece of text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/gu) ?? []) {
    if (line !== "" && textWidth(line + piece.trimEnd(), size) > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    // A word that is wider than a line is cut into pieces.
    for (const part of pieces(piece, size, width)) {
      if (line !== "" && textWidth(line + part, size) > width) {
        lines.push(line.trimEnd());
        line = "";
      }
      line += part;
    }
  }
  if (line.trimEnd() !== "") lines.push(line.trimEnd());
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), fittedText(`${lines.slice(most - 1).join(" ")}`, size, width)];
}

function pieces(text: string, size: number, width: number): readonly string[] {
  if (textWidth(text.trimEnd(), size) <= width) return [text];
  const most = Math.max(1, Math.floor(width / textWidth("m", size)));
  return text.match(new RegExp(`[^]{1,${most}}`, "gu")) ?? [];
}
