/** Finds which of many texts a tail may hold, without looking for each: most are ruled out by the runs of four characters that it has. */

/** A text with its gaps: its parts stand one behind the other. */
export interface Phrase {
  readonly parts: readonly string[];
  readonly length: number;
  /** Where the runs of its longest part stand in a sieve. */
  readonly marks: readonly number[];
}

const size = 0xffff;
const run = 4;

/** A text of a row: "…" stands for anything between two parts. */
export function phraseOf(text: string): Phrase {
  const parts = plainQuotes(text.toLowerCase())
    .split("…")
    .filter((part) => part !== "");
  const longest = parts.reduce((best, part) => (part.length > best.length ? part : best), "");
  const last = longest.length - run;
  const places = last < 0 ? [] : [...new Set([0, last >> 1, last])];
  return {
    parts,
    length: parts.reduce((sum, part) => sum + part.length, 0),
    marks: places.map((at) => markAt(longest, at)),
  };
}

/** The runs of four characters that a text has. */
export function sieveOf(text: string): Uint8Array {
  const sieve = new Uint8Array(size + 1);
  for (let at = 0; at + run <= text.length; at += 1) sieve[markAt(text, at)] = 1;
  return sieve;
}

/** Whether a text with this sieve may hold a phrase; a no is certain. */
export function mayHold(sieve: Uint8Array, { marks }: Phrase): boolean {
  return marks.every((mark) => sieve[mark] === 1);
}

/** Whether a line holds all parts of a phrase, in their order. */
export function holdsPhrase(line: string, { parts }: Phrase): boolean {
  let from = 0;
  for (const part of parts) {
    const at = line.indexOf(part, from);
    if (at === -1) return false;
    from = at + part.length;
  }
  return true;
}

/** Quotes as programs write them in a UTF-8 locale, as they write them in the C locale. */
export function plainQuotes(text: string): string {
  return text.replace(/[‘’`´]/g, "'").replace(/[“”]/g, '"');
}

function markAt(text: string, at: number): number {
  let mark = 0;
  for (let next = at; next < at + run; next += 1) mark = (mark * 31 + text.charCodeAt(next)) & size;
  return mark;
}
