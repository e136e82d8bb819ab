/** Texts broken into lines of a width. */

import { fittedText, textWidth } from "../svg.ts";

// A word with the blank behind it, or one wide character with what may not begin a line after it (JIS X 4051), and what may not end one ahead of it.
const pieceForm =
  /[「『（【〈《]*[\u2e80-\uffef][、。，．・：；！？」』）】〉》ーゝゞ々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]*|[^\s\u2e80-\uffef]+\s*|\s+/gu;

/** Lines of at most so many pixels; what does not fit into the last one is cut. Breaks at blanks, and between wide characters. */
export function wrapped(text: string, size: number, width: number, most: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  let taken = 0;
  const end = (): void => {
    lines.push(line.trimEnd());
    line = "";
    taken = 0;
  };
  for (const piece of text.match(pieceForm) ?? []) {
    // A word that is wider than a line is cut into pieces.
    for (const part of pieces(piece, size, width)) {
      const needed = textWidth(part.trimEnd(), size);
      if (line !== "" && taken + needed > width) end();
      line += part;
      taken += part.endsWith(" ") ? textWidth(part, size) : needed;
    }
  }
  if (line.trimEnd() !== "") end();
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), fittedText(`${lines.slice(most - 1).join(" ")}`, size, width)];
}

function pieces(text: string, size: number, width: number): readonly string[] {
  if (textWidth(text.trimEnd(), size) <= width) return [text];
  const most = Math.max(1, Math.floor(width / textWidth("m", size)));
  return text.match(new RegExp(`[^]{1,${most}}`, "gu")) ?? [];
}
