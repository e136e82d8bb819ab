/** A command line as it stands under the cursor, split into words as a POSIX shell would. */

export interface TypedLine {
  /** Whole words ahead of the cursor's. */
  readonly words: readonly string[];
  /** The word that the cursor stands behind, without its quotes; empty behind a blank. */
  readonly current: string;
}

/** Splits the text ahead of the cursor. An open quote reaches to the cursor; nothing is expanded. */
export function splitLine(text: string): TypedLine {
  const words: string[] = [];
  let current = "";
  let begun = false;
  let quote = "";
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charAt(at);
    if (quote !== "" && unit === quote) quote = "";
    else if (unit === "\\" && quote !== "'" && at + 1 < text.length) {
      const next = text.charAt(++at);
      // Between double quotes a backslash is itself ahead of most characters.
      current += quote === '"' && !'"\\$`'.includes(next) ? `\\${next}` : next;
    } else if (quote !== "") current += unit;
    else if (unit === "'" || unit === '"') quote = unit;
    else if (unit === " " || unit === "\t") {
      if (begun) words.push(current);
      current = "";
      begun = false;
      continue;
    } else current += unit;
    begun = true;
  }
  return { words, current };
}
