/** Glob patterns over names of files, matched byte by byte (language 3): `*`, `?`, `[a-z]`, `[!a]`. */

import { bytesOf } from "./memory.ts";

/** A pattern for one component of a path. */
export interface NamePattern {
  /** The name itself where the component has no glob character. */
  readonly literal: string | null;
  /** `**`: any number of folders. */
  readonly anyDepth: boolean;
  /** Matches names that begin with a dot: the pattern itself does. */
  readonly hidden: boolean;
  readonly regex: RegExp;
}

type Part = string | { readonly glob: string };

/** Splits a word's parts at their slashes into one pattern a component. Only glob parts have glob characters. */
export function namePatterns(parts: readonly Part[]): readonly NamePattern[] {
  const components: Part[][] = [[]];
  for (const part of parts) {
    const isText = typeof part === "string";
    for (const [index, piece] of (isText ? part : part.glob).split("/").entries()) {
      if (index > 0) components.push([]);
      if (piece !== "") components.at(-1)?.push(isText ? piece : { glob: piece });
    }
  }
  return components.map(patternOf);
}

function patternOf(parts: readonly Part[]): NamePattern {
  const hasGlob = parts.some((part) => typeof part !== "string" && /[*?[]/.test(part.glob));
  const text = parts.map((part) => (typeof part === "string" ? part : part.glob)).join("");
  const source = parts.map((part) => (typeof part === "string" ? escaped(part) : translated(part.glob))).join("");
  return {
    literal: hasGlob ? null : text,
    anyDepth: parts.length === 1 && typeof parts[0] !== "string" && text === "**",
    hidden: text.startsWith("."),
    // Latin-1 text stands for bytes; `s` lets a newline in a name match.
    regex: new RegExp(`^(?:${source})$`, "su"),
  };
}

/** Whether a name matches; both are compared as characters where they are UTF-8. */
export function matchesName(pattern: NamePattern, name: string): boolean {
  if (name.startsWith(".") && !pattern.hidden) return false;
  return pattern.regex.test(name);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}

function translated(glob: string): string {
  let source = "";
  for (let at = 0; at < glob.length; ) {
    const character = String.fromCodePoint(glob.codePointAt(at) ?? 0);
    if (character === "*") source += ".*";
    else if (character === "?") source += ".";
    else if (character === "[") {
      const set = readSet(glob, at);
      if (set !== null) {
        source += set.source;
        at = set.end;
        continue;
      }
      source += "\\[";
    } else source += escaped(character);
    at += character.length;
  }
  return source;
}

/** `[a-z]`, `[!a-z]`, `[^a-z]`, `[]x]`; null where the bracket is never closed and so is a character (POSIX 2.13.1). */
function readSet(glob: string, from: number): { readonly source: string; readonly end: number } | null {
  let at = from + 1;
  const negated = glob[at] === "!" || glob[at] === "^";
  if (negated) at += 1;
  const first = at;
  let inside = "";
  for (; at < glob.length; ) {
    const character = String.fromCodePoint(glob.codePointAt(at) ?? 0);
    if (character === "]" && at > first) {
      return { source: set(inside, negated), end: at + 1 };
    }
    const named = /^\[:(\w+):\]/.exec(glob.slice(at));
    const known = named === null ? undefined : classes[named[1] ?? ""];
    if (named !== null && known !== undefined) {
      inside += known;
      at += named[0].length;
      continue;
    }
    const isRange = character === "-" && at > first && at + 1 < glob.length && glob[at + 1] !== "]";
    inside += isRange ? "-" : escaped(character);
    at += character.length;
  }
  return null;
}

function set(inside: string, negated: boolean): string {
  try {
    new RegExp(`[${inside}]`, "u");
  } catch {
    // A range that runs backwards matches nothing.
    return negated ? "." : "[]";
  }
  return negated ? `[^${inside}]` : `[${inside}]`;
}

const classes: Readonly<Record<string, string>> = {
  alnum: "\\p{L}\\p{N}",
  alpha: "\\p{L}",
  blank: " \\t",
  cntrl: "\\x00-\\x1f\\x7f",
  digit: "0-9",
  lower: "\\p{Ll}",
  punct: "!-\\/:-@\\[-`\\{-~",
  space: "\\s",
  upper: "\\p{Lu}",
  xdigit: "0-9A-Fa-f",
};

/** The order of matches: by bytes. */
export function byBytes(a: string, b: string): number {
  if (a === b) return 0;
  return Buffer.compare(bytesOf(a), bytesOf(b));
}
