/** Reads a pattern that V8 has accepted into a tree, as far as the time that it may take depends on it. */

import { anyButLineEnds, type CharacterSet, complement, everything, namedSet, range, withoutCase } from "./classes.ts";

/** What a pattern is made of. Every repetition but `?` and short exact ones counts as one without end. */
export type Part =
  | { readonly kind: "empty" }
  /** `^`, `$`, `\b`: takes nothing and may fail. */
  | { readonly kind: "assertion" }
  | { readonly kind: "set"; readonly set: CharacterSet }
  | { readonly kind: "sequence"; readonly parts: readonly Part[] }
  | { readonly kind: "choice"; readonly parts: readonly Part[] }
  | { readonly kind: "optional"; readonly part: Part }
  | { readonly kind: "repeat"; readonly part: Part; readonly least: number }
  /** A group that looks ahead or behind. */
  | { readonly kind: "look"; readonly part: Part };

/** Copies of one character in a row that stand as they are; more of them count as a repetition. */
const mostCopies = 32;
const mostOptional = 8;

export interface ReadPattern {
  readonly part: Part;
  /** It can only match at the text's start. */
  readonly anchored: boolean;
}

/** Reads a pattern with the flag `u`; undefined where it nests too deeply to be read. */
export function readPattern(source: string, flags: string): ReadPattern | undefined {
  const fold = flags.includes("i") ? withoutCase : (set: CharacterSet): CharacterSet => set;
  const dot = flags.includes("s") ? everything : anyButLineEnds;
  let at = 0;
  let depth = 0;
  let isTooDeep = false;
  const part = choice();
  if (isTooDeep) return undefined;
  return { part, anchored: !flags.includes("m") && startsAnchored(source) };

  function choice(): Part {
    depth += 1;
    if (depth > 200) isTooDeep = true;
    const parts = [sequence()];
    while (!isTooDeep && source[at] === "|") {
      at += 1;
      parts.push(sequence());
    }
    depth -= 1;
    return parts.length === 1 ? (parts[0] ?? { kind: "empty" }) : { kind: "choice", parts };
  }

  function sequence(): Part {
    const parts: Part[] = [];
    while (!isTooDeep && at < source.length && source[at] !== "|" && source[at] !== ")")
      parts.push(...repeated(atom()));
    return parts.length === 1 ? (parts[0] ?? { kind: "empty" }) : { kind: "sequence", parts };
  }

  function atom(): Part {
    const character = String.fromCodePoint(source.codePointAt(at) ?? 0);
    at += character.length;
    switch (character) {
      case "^":
      case "$":
        return { kind: "assertion" };
      case ".":
        return { kind: "set", set: dot };
      case "[":
        return { kind: "set", set: fold(characterClass()) };
      case "(":
        return group();
      case "\\":
        return escaped();
      default:
        return { kind: "set", set: fold(single(character)) };
    }
  }

  function group(): Part {
    const head = /\?(?::|=|!|<=|<!|<[^>]*>)|/y;
    head.lastIndex = at;
    const opening = head.exec(source)?.[0] ?? "";
    at += opening.length;
    const part = choice();
    at += 1;
    return /^\?<?[=!]$/.test(opening) ? { kind: "look", part } : part;
  }

  function escaped(): Part {
    const letter = source[at] ?? "";
    if (letter === "b" || letter === "B") {
      at += 1;
      return { kind: "assertion" };
    }
    // What a group has matched may be of any length and hold any characters.
    const reference = /[1-9]\d*|k<[^>]*>/y;
    reference.lastIndex = at;
    const found = reference.exec(source)?.[0];
    if (found !== undefined) {
      at += found.length;
      return { kind: "repeat", part: { kind: "set", set: everything }, least: 0 };
    }
    return { kind: "set", set: fold(escapedSet()) };
  }

  /** Behind a backslash. */
  function escapedSet(): CharacterSet {
    const written = /[pP]\{[^}]*\}|u\{([\da-fA-F]+)\}|u([\da-fA-F]{4})|x([\da-fA-F]{2})|c[A-Za-z]|[\s\S]/y;
    written.lastIndex = at;
    const [all = "", ...codes] = written.exec(source) ?? [];
    at += all.length;
    const code = codes.find((each) => each !== undefined);
    if (code !== undefined) return single(String.fromCodePoint(Number.parseInt(code, 16)));
    if (all.length === 2 && all.startsWith("c")) return single(String.fromCharCode(all.charCodeAt(1) % 32));
    const controls = new Map([...Object.entries({ n: "\n", r: "\r", t: "\t", v: "\v", f: "\f", 0: "\0" })]);
    return namedSet(all.charAt(0)) ?? single(controls.get(all) ?? all);
  }

  function characterClass(): CharacterSet {
    const isInverted = source[at] === "^";
    if (isInverted) at += 1;
    let set = 0n;
    let named = 0n;
    while (at < source.length && source[at] !== "]") {
      const from = member();
      const last = at;
      if (from.isNamed === true) named |= from.set;
      if (source[at] !== "-" || source[at + 1] === "]") {
        set |= from.set;
        continue;
      }
      at += 1;
      const to = member();
      if (from.code === undefined || to.code === undefined) {
        at = last + 1;
        set |= from.set | single("-");
      } else set |= range(from.code, to.code);
    }
    at += 1;
    return isInverted ? complement(set, named) : set;
  }

  function member(): { readonly set: CharacterSet; readonly code?: number; readonly isNamed?: boolean } {
    if (source[at] !== "\\") {
      const code = source.codePointAt(at) ?? 0;
      at += code > 0xffff ? 2 : 1;
      return { set: range(code, code), code };
    }
    at += 1;
    if (source[at] === "b") {
      at += 1;
      return { set: range(8, 8), code: 8 };
    }
    const start = at;
    const set = escapedSet();
    const code = codeOf(source.slice(start, at), set);
    return code === undefined ? { set, isNamed: /^[dDsSwW]/.test(source.slice(start, at)) } : { set, code };
  }

  function repeated(part: Part): readonly Part[] {
    const quantifier = /(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/y;
    quantifier.lastIndex = at;
    const [all, low = "", comma = "", high = ""] = quantifier.exec(source) ?? [];
    if (all === undefined) return [part];
    at += all.length;
    if (all.startsWith("?")) return [{ kind: "optional", part }];
    if (!all.startsWith("{")) return [{ kind: "repeat", part, least: all.startsWith("+") ? 1 : 0 }];
    const least = Number(low);
    const most = comma === "" ? least : high === "" ? Number.POSITIVE_INFINITY : Number(high);
    if (most === 0) return [{ kind: "empty" }];
    if (part.kind === "set" && least <= mostCopies && most - least <= mostOptional)
      return [...Array.from({ length: least }, () => part), nestedOptional(part, most - least)];
    if (most === 1) return [least === 1 ? part : { kind: "optional", part }];
    return [{ kind: "repeat", part, least }];
  }
}

/** One within the other, as the matcher takes them: `(a(a)?)?`. */
function nestedOptional(part: Part, count: number): Part {
  if (count === 0) return { kind: "empty" };
  return { kind: "optional", part: { kind: "sequence", parts: [part, nestedOptional(part, count - 1)] } };
}

function single(character: string): CharacterSet {
  const code = character.codePointAt(0) ?? 0;
  return range(code, code);
}

/** The code point of an escape that stands for one character. */
function codeOf(written: string, set: CharacterSet): number | undefined {
  const digits = /^u\{?([\da-fA-F]+)\}?$|^x([\da-fA-F]{2})$/.exec(written);
  if (digits !== null) return Number.parseInt(digits[1] ?? digits[2] ?? "", 16);
  if (/^[dDwWsSpP]/.test(written)) return undefined;
  for (let code = 0; code < 128; code += 1) if (set === 1n << BigInt(code)) return code;
  return undefined;
}

/** Whether `^` stands ahead of everything: a `|` outside of groups would give a way around it. */
function startsAnchored(source: string): boolean {
  if (!source.startsWith("^")) return false;
  return !/\|/.test(
    source
      .replace(/\\[\s\S]/g, "")
      .replace(/\[[^\]]*\]/g, "")
      .replace(/\([^()]*\)/g, ""),
  );
}
