/** A phrase book: English texts, made by whatever part of the engine, are found again and said in another language where they are shown. */

import { joined } from "./joined.ts";

/**
 * A text and its translation. A hole is `{}` in English (any text that is not empty) or `{#}` (a number);
 * in the translation `{1}` is the first hole as it is, `{t1}` the first hole translated in its turn.
 */
export type Phrase = readonly [english: string, translation: string];

/** Texts of texts of texts: deeper ones stay English. */
const deepest = 6;
/** Characters. Longer texts are data rather than words of ours: they stay as they are. */
const longest = 8192;
/** How many phrases are tried for one text, all holes together, until one leaves no English words. */
const mostTries = 100;

interface Template {
  /** What stands ahead of, between and behind the holes. */
  readonly literals: readonly string[];
  readonly numbers: readonly boolean[];
  readonly translation: string;
}

export class PhraseBook {
  readonly #whole = new Map<string, string>();
  /** Those that begin with words of their own first, then those with the most of them: they are the most exact. */
  readonly #templates: readonly Template[];
  #tries = 0;

  constructor(phrases: readonly Phrase[]) {
    const templates: Template[] = [];
    for (const [english, translation] of phrases) {
      const parts = english.split(/(\{#?\})/);
      if (parts.length === 1) this.#whole.set(english, translation);
      else
        templates.push({
          literals: parts.filter((_, index) => index % 2 === 0),
          numbers: parts.filter((_, index) => index % 2 === 1).map((hole) => hole === "{#}"),
          translation,
        });
    }
    this.#templates = templates.sort((a, b) => rank(b) - rank(a));
  }

  /** The text in the other language; what is not known of it stays as it is. Linear in the text for each phrase. */
  translate(text: string): string {
    this.#tries = 0;
    return text.length > longest ? text : this.#translate(text, 0);
  }

  #translate(text: string, depth: number): string {
    const whole = this.#whole.get(text);
    if (whole !== undefined || depth > deepest) return whole ?? text;
    if (text.includes("\n")) return this.#lines(text, depth);
    return this.#phrase(text, depth) ?? this.#parts(text, depth) ?? text;
  }

  #phrase(text: string, depth: number): string | undefined {
    const whole = this.#whole.get(text);
    if (whole !== undefined) return whole;
    const seen: Seen = { text, outside: outsideOf(text) };
    let best: string | undefined;
    let fewest = Number.POSITIVE_INFINITY;
    for (const template of this.#templates) {
      const holes = match(template, seen);
      if (holes === undefined) continue;
      this.#tries += 1;
      const filled = this.#filled(template, holes, depth);
      const left = wordsLeft(filled);
      if (left < fewest) [best, fewest] = [filled, left];
      if (left === 0 || this.#tries > mostTries) break;
    }
    return best;
  }

  #filled({ translation }: Template, holes: readonly string[], depth: number): string {
    // Odd parts are the holes: "t1" and the like.
    const parts = translation.split(/\{(t?\d)\}/);
    const values = parts.flatMap((part, index) => {
      if (index % 2 === 0) return [];
      const hole = holes[Number(part.at(-1)) - 1] ?? "";
      return [part.startsWith("t") ? this.#translate(hole, depth + 1) : hole];
    });
    return joined(
      parts.filter((_, index) => index % 2 === 0),
      values,
    );
  }

  /** Each line by itself, its indentation kept. */
  #lines(text: string, depth: number): string {
    return text
      .split("\n")
      .map((line) => {
        const words = line.trimStart();
        return `${line.slice(0, line.length - words.length)}${this.#translate(words, depth + 1)}`;
      })
      .join("\n");
  }

  /** "known: rest" and "known; rest": messages of a command, a path or another sentence stand behind ours. */
  #parts(text: string, depth: number): string | undefined {
    for (const { index, 0: mark } of outsideOf(text).matchAll(/[:;] /g)) {
      const ahead = this.#phrase(text.slice(0, index), depth + 1);
      if (ahead === undefined) continue;
      const rest = this.#translate(text.slice(index + mark.length), depth + 1);
      return `${ahead}${mark === "; " ? "。" : mark}${rest}`;
    }
    return undefined;
  }
}

/** English words side by side, outside of quotes: the phrase that leaves them took ours for data. */
function wordsLeft(text: string): number {
  return outsideOf(text).match(/(?<![\w./-])[a-z]{2,} (?=[a-z]{2,})/g)?.length ?? 0;
}

function rank({ literals }: Template): number {
  const own = literals.reduce((sum, literal) => sum + literal.length, 0);
  return literals[0] === "" ? own : own + longest;
}

interface Seen {
  readonly text: string;
  /** As long as the text: what stands in quotes or backticks is data, in which no words of ours are looked for. */
  readonly outside: string;
}

function outsideOf(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|`[^`]*`/g, (quoted) => {
    const mark = quoted.charAt(0);
    return `${mark}${"\0".repeat(quoted.length - 2)}${mark}`;
  });
}

function find({ text, outside }: Seen, literal: string, from: number): number {
  const found = /["`]/.test(literal) ? -1 : outside.indexOf(literal, from);
  return found === -1 ? text.indexOf(literal, from) : found;
}

/** What fills the holes: each as short as can be, the last one up to the end. */
function match({ literals, numbers }: Template, seen: Seen): readonly string[] | undefined {
  const { text } = seen;
  const [first = ""] = literals;
  const last = literals.at(-1) ?? "";
  if (!text.startsWith(first) || !text.endsWith(last)) return undefined;
  const end = text.length - last.length;
  const holes: string[] = [];
  let at = first.length;
  for (const [index, isNumber] of numbers.entries()) {
    const behind = literals[index + 1] ?? "";
    const next = index === numbers.length - 1 ? end : find(seen, behind, at + 1);
    if (next <= at || next > end) return undefined;
    const hole = text.slice(at, next);
    if (isNumber && !/^-?\d+(?:\.\d+)?$/.test(hole)) return undefined;
    holes.push(hole);
    at = next + behind.length;
  }
  return holes;
}
