/** Words of commands: one JavaScript string each, or a spread where a word is several arguments (language 3). */

import { Origin, type OriginSet } from "../../records/index.ts";
import type { Word, WordPart } from "../../syntax/index.ts";
import { expression, type Scope, site, use } from "../context.ts";
import { quote } from "../literals.ts";
import { joined, textOf } from "../parts.ts";

/** A word that is exactly one string: a value in the environment, a text on the input. Globs are text here. */
export function emitSingleWord(scope: Scope, word: Word): string {
  return joined(
    scope,
    word.parts.map((part) => piece(scope, word, part)),
  );
}

/** A word that names one file: a redirection's target, `cd`'s directory. A glob must match exactly one. */
export function emitPathWord(scope: Scope, word: Word): string {
  return isGlob(word) ? emitGlob(scope, word, "globPath") : emitSingleWord(scope, word);
}

export function isGlob(word: Word): boolean {
  return word.parts.some((part) => part.kind === "glob");
}

/** Where a word stands among a pipeline's, for guards. */
export interface WordPlace {
  readonly site: number;
  readonly stage: number;
  readonly word: number;
  readonly isGuarded: boolean;
  readonly isArray: boolean;
}

/** A word as an element of argv's array literal. */
export function emitWord(scope: Scope, word: Word, place: WordPlace): string {
  const [only] = word.parts;
  if (place.isArray && only?.kind === "expression") {
    const list = expression(scope, only.expression);
    if (!place.isGuarded) return `...${list.includes(" ") ? `(${list})` : list}`;
    return `...${use(scope, "guardWords")}($, ${place.site}, ${place.stage}, ${place.word}, ${list})`;
  }
  if (isGlob(word)) return `...${emitGlob(scope, word, "globWord")}`;
  const text = emitSingleWord(scope, word);
  return place.isGuarded
    ? `${use(scope, "guardWord")}($, ${place.site}, ${place.stage}, ${place.word}, ${text})`
    : text;
}

function emitGlob(scope: Scope, word: Word, name: "globWord" | "globPath"): string {
  const parts = word.parts.map((part) => {
    if (part.kind === "glob") return `{ glob: ${quote(part.pattern)} }`;
    return part.kind === "expression" ? textOf(scope, part.expression) : joined(scope, [piece(scope, word, part)]);
  });
  const place = site(scope, word, "glob", [globArgument(scope, word)]);
  return `${use(scope, name)}($, ${place}, [${parts.join(", ")}])`;
}

function globArgument(scope: Scope, word: Word) {
  return { name: "pattern", type: { kind: "String" }, origins: originsOf(scope, word) } as const;
}

function piece(
  scope: Scope,
  word: Word,
  part: WordPart,
): Exclude<WordPart, { kind: "glob" | "tilde" }> | { readonly code: string } {
  switch (part.kind) {
    case "text":
    case "expression":
      return part;
    case "glob":
      return { kind: "text", text: part.pattern, quoted: false, start: part.start, end: part.end };
    case "tilde": {
      const place = site(scope, word, "~");
      return { code: `${use(scope, "tilde")}($, ${place}, ${part.user === undefined ? "null" : quote(part.user)})` };
    }
  }
}

/** Where a word's text comes from (faults 1.1). */
export function originsOf(scope: Scope, word: Word): OriginSet {
  return scope.unit.program.words.get(word) ?? Origin.literal;
}

/** Whether a word holds a secret, so that it shows as "***". */
export function isSecret(scope: Scope, word: Word): boolean {
  return word.parts.some((part) => part.kind === "expression" && scope.unit.program.secrets.has(part.expression));
}
