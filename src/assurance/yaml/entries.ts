/**
 * The entries of a case's file, one after the other, without the parser of all YAML where they are as this program and most people
 * write them: maps, lists, and texts on one line. An entry that holds more is given to that parser, and so is a file that is not
 * entries alone; what is read is the same either way.
 */

import { deepest, hasKey, LineValues } from "./line-values.ts";
import { parseYaml } from "./parse.ts";
import {
  beginsPlain,
  blank,
  colon,
  dash,
  doubleQuote,
  hash,
  isGap,
  isOdd,
  lineEnd,
  newline,
  openList,
  openMap,
  singleQuote,
} from "./signs.ts";
import type { YamlList, YamlMap, YamlPair, YamlScalar, YamlValue } from "./tree.ts";

/** Lives while a file's entries are read. Methods give undefined where the text holds something else. */
export class Entries {
  readonly #text: string;
  readonly #line: LineValues;
  /** Blanks ahead of the next letter in its line; -1 at the end of the text. */
  #indent = 0;
  /** The text is not entries alone: what was given so far is nothing. */
  isOther = false;

  /** From an entry's beginning, or from that of the file. */
  constructor(text: string, start = 0) {
    this.#text = text;
    this.#line = new LineValues(text);
    this.#line.at = start - 1;
    this.#nextLine();
  }

  /** Undefined at the end, and where `isOther` became true. */
  next(): YamlPair | undefined {
    if (this.#indent < 0) return undefined;
    const start = this.#line.at;
    const key = this.#indent === 0 ? this.#key() : undefined;
    const value = key === undefined ? undefined : this.#value(key, 0, 0);
    if (key !== undefined && value !== undefined && this.#indent <= 0) return { key, value };
    const parsed = key === undefined ? undefined : this.#parsed(start);
    this.isOther = parsed === undefined;
    return parsed;
  }

  /** An entry as the parser of all YAML reads it. */
  #parsed(start: number): YamlPair | undefined {
    const end = endOfEntry(this.#text, start);
    const parsed = parseYaml(this.#text.slice(start, end));
    const pairs = parsed.ok && !parsed.hasAliases && parsed.root?.kind === "map" ? parsed.root.pairs : [];
    const [pair] = pairs;
    if (pair === undefined || pairs.length > 1) return undefined;
    this.#line.at = end - 1;
    this.#nextLine();
    return { key: moved(pair.key, start), value: moved(pair.value, start) };
  }

  /** To the next line that holds something; false where more stands on this one. */
  #nextLine(): boolean {
    const text = this.#text;
    const { length } = text;
    let at = this.#line.at;
    if (at >= 0) {
      while (at < length && text.charCodeAt(at) === blank) at += 1;
      if (at < length && text.charCodeAt(at) === hash && text.charCodeAt(at - 1) === blank) at = lineEnd(text, at);
      if (at < length && text.charCodeAt(at) !== newline) return false;
    }
    for (;;) {
      const start = at + 1;
      at = start;
      while (at < length && text.charCodeAt(at) === blank) at += 1;
      if (at < length && text.charCodeAt(at) === hash) at = lineEnd(text, at);
      this.#line.at = at;
      this.#indent = at < length ? at - start : -1;
      if (at >= length || text.charCodeAt(at) !== newline) return true;
    }
  }

  /** A name and the colon behind it. */
  #key(): YamlScalar | undefined {
    const text = this.#text;
    const start = this.#line.at;
    const first = text.charCodeAt(start);
    if (first === doubleQuote || first === singleQuote) {
      const key = this.#line.quoted(first);
      return key !== undefined && this.#isColon() ? key : undefined;
    }
    if (!beginsPlain(first) || first === dash || first === 60) return undefined;
    for (let at = start; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === colon && isGap(text, at + 1)) {
        this.#line.at = at + 1;
        if (at === start || text.charCodeAt(at - 1) === blank) return undefined;
        return { kind: "scalar", text: this.#line.names.of(text, start, at), plain: true, start, end: at };
      }
      if (isOdd(code) || (code === hash && text.charCodeAt(at - 1) === blank)) return undefined;
    }
    return undefined;
  }

  #isColon(): boolean {
    const text = this.#text;
    if (text.charCodeAt(this.#line.at) !== colon || !isGap(text, this.#line.at + 1)) return false;
    this.#line.at += 1;
    return true;
  }

  /** What stands behind a key that is so many blanks in. */
  #value(key: YamlScalar, indent: number, depth: number): YamlValue | undefined {
    const code = this.#line.afterBlanks();
    if (code !== newline && code !== hash) return this.#inLine(code, indent, depth);
    if (!this.#nextLine()) return undefined;
    const isList = this.#text.charCodeAt(this.#line.at) === dash;
    if (this.#indent > indent) return isList ? this.#list(depth + 1) : this.#map(depth + 1);
    if (this.#indent === indent && isList) return this.#list(depth + 1);
    return { kind: "scalar", text: "", plain: true, start: key.end, end: key.end };
  }

  /** A value with nothing behind it in its line, nor in deeper lines below. */
  #inLine(code: number, indent: number, depth: number): YamlValue | undefined {
    const value =
      code === openList || code === openMap || code === doubleQuote || code === singleQuote
        ? this.#line.flow(code, depth)
        : this.#line.plain();
    return value !== undefined && this.#nextLine() && this.#indent <= indent ? value : undefined;
  }

  #map(depth: number): YamlMap | undefined {
    if (depth > deepest) return undefined;
    const indent = this.#indent;
    const start = this.#line.at;
    const pairs: YamlPair[] = [];
    let end = start;
    while (this.#indent === indent) {
      const key = this.#key();
      if (key === undefined || hasKey(pairs, key.text)) return undefined;
      const value = this.#value(key, indent, depth);
      if (value === undefined) return undefined;
      pairs.push({ key, value });
      end = value.end;
    }
    return this.#indent > indent ? undefined : { kind: "map", pairs, flow: false, start, end };
  }

  /** Items of one line each. */
  #list(depth: number): YamlList | undefined {
    const text = this.#text;
    const indent = this.#indent;
    const start = this.#line.at;
    const items: YamlValue[] = [];
    let end = start;
    while (this.#indent === indent && text.charCodeAt(this.#line.at) === dash) {
      this.#line.at += 1;
      if (text.charCodeAt(this.#line.at) !== blank) return undefined;
      const value = this.#inLine(this.#line.afterBlanks(), indent, depth);
      if (value === undefined) return undefined;
      items.push(value);
      end = value.end;
    }
    return this.#indent > indent ? undefined : { kind: "list", items, flow: false, start, end };
  }
}

/** Where the next line begins that opens an entry: an item of a list that is the entry's value may stand at the margin as well. */
function endOfEntry(text: string, start: number): number {
  for (let at = text.indexOf("\n", start); at !== -1; at = text.indexOf("\n", at + 1)) {
    const code = text.charCodeAt(at + 1);
    if (code !== blank && code !== newline && code !== hash && code !== dash && at + 1 < text.length) return at + 1;
  }
  return text.length;
}

/** A value as it stands in the file that its text was taken from. */
function moved<T extends YamlValue>(value: T, by: number): T;
function moved(value: YamlValue, by: number): YamlValue {
  const span = { start: value.start + by, end: value.end + by };
  switch (value.kind) {
    case "scalar":
      return { ...value, ...span };
    case "list":
      return { ...value, items: value.items.map((item) => moved(item, by)), ...span };
    case "map":
      return {
        ...value,
        pairs: value.pairs.map((pair) => ({ key: moved(pair.key, by), value: moved(pair.value, by) })),
        ...span,
      };
  }
}
