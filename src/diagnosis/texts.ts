/** Finds which of thousands of texts a message holds, in a time that grows with the message alone: each text is looked for only where four characters of it stand. */

/** A text with its gaps: its parts stand one behind the other. */
export interface Phrase {
  readonly parts: readonly string[];
  readonly length: number;
}

/** A text as rows are written: in lower case, with straight quotes. */
export function phraseText(text: string): string {
  return plainQuotes(text.toLowerCase());
}

/** A text of a row: "…" stands for anything between two parts. */
export function phraseOf(text: string): Phrase {
  const plain = /[A-Z‘’`´“”]/.test(text) ? phraseText(text) : text;
  if (!plain.includes("…")) return { parts: [plain], length: plain.length };
  const parts = plain.split(/ *… */).filter((part) => part !== "");
  return { parts, length: parts.reduce((sum, part) => sum + part.length, 0) };
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

/** Values by the phrases that they are found by. */
export interface PhraseIndex<T> {
  readonly byMark: ReadonlyMap<number, readonly Entry<T>[]>;
  /** Phrases of fewer than four characters. */
  readonly short: readonly Entry<T>[];
}

export interface Entry<T> {
  readonly phrase: Phrase;
  readonly value: T;
}

const run = 4;

export function indexOf<T>(entries: readonly Entry<T>[]): PhraseIndex<T> {
  const byMark = new Map<number, Entry<T>[]>();
  const short: Entry<T>[] = [];
  for (const entry of entries) {
    let longest = "";
    for (const part of entry.phrase.parts) if (part.length > longest.length) longest = part;
    if (longest.length < run) {
      short.push(entry);
      continue;
    }
    // Many texts begin with the same words, and end so; few have the same middle.
    const mark = markAt(longest, (longest.length - run) >> 1);
    const others = byMark.get(mark);
    if (others === undefined) byMark.set(mark, [entry]);
    else others.push(entry);
  }
  return { byMark, short };
}

/** The entries whose phrases may stand in a text: each stands in it whole, but its parts may be on several lines. */
export function entriesIn<T>(index: PhraseIndex<T>, text: string): readonly Entry<T>[] {
  const found = index.short.filter(({ phrase }) => holdsPhrase(text, phrase));
  const seen = new Set<number>();
  for (let at = 0; at + run <= text.length; at += 1) {
    const mark = markAt(text, at);
    if (seen.has(mark)) continue;
    seen.add(mark);
    for (const entry of index.byMark.get(mark) ?? []) if (holdsPhrase(text, entry.phrase)) found.push(entry);
  }
  return found;
}

function markAt(text: string, at: number): number {
  let mark = 0;
  for (let next = at; next < at + run; next += 1) mark = (mark * 31 + text.charCodeAt(next)) | 0;
  return mark;
}
