/**
 * The entries of a case's file, one after the other, without the parser of all YAML where they are as this program and most people
 * write them: maps, lists, and texts on one line. An entry that holds more is given to that parser, and so is a file that is not
 * entries alone; what is read is the same either way.
 */

import { getScalarValue, SCALAR_STYLE } from "js-yaml";
import { NameTable } from "./names.ts";
import { parseYaml } from "./parse.ts";
import type { YamlList, YamlMap, YamlPair, YamlScalar, YamlValue } from "./tree.ts";

/** Maps and lists within each other; what is deeper is left to the parser, which has a limit of its own. */
const deepest = 20;

const newline = 10;
const blank = 32;
const doubleQuote = 34;
const hash = 35;
const singleQuote = 39;
const comma = 44;
const dash = 45;
const colon = 58;
const openList = 91;
const closeList = 93;
const openMap = 123;
const closeMap = 125;

/** Lives while a file's entries are read. Methods give undefined where the text holds something else. */
export class Entries {
  readonly #text: string;
  readonly #names = new NameTable();
  /** The next letter to be read. */
  #at: number;
  /** Blanks ahead of it in its line; -1 at the end of the text. */
  #indent = 0;
  /** The text is not entries alone: what was given so far is nothing. */
  isOther = false;

  /** From an entry's beginning, or from that of the file. */
  constructor(text: string, start = 0) {
    this.#text = text;
    this.#at = start - 1;
    this.#nextLine();
  }

  /** Undefined at the end, and where `isOther` became true. */
  next(): YamlPair | undefined {
    if (this.#indent < 0) return undefined;
    const start = this.#at;
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
    this.#at = end - 1;
    this.#nextLine();
    return { key: moved(pair.key, start), value: moved(pair.value, start) };
  }

  /** To the next line that holds something; false where more stands on this one. */
  #nextLine(): boolean {
    const text = this.#text;
    const { length } = text;
    let at = this.#at;
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
      this.#at = at;
      this.#indent = at < length ? at - start : -1;
      if (at >= length || text.charCodeAt(at) !== newline) return true;
    }
  }

  /** A name and the colon behind it. */
  #key(): YamlScalar | undefined {
    const text = this.#text;
    const start = this.#at;
    const first = text.charCodeAt(start);
    if (first === doubleQuote || first === singleQuote) {
      const key = this.#quoted(first);
      return key !== undefined && this.#isColon() ? key : undefined;
    }
    if (!beginsPlain(first) || first === dash || first === 60) return undefined;
    for (let at = start; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === colon && isGap(text, at + 1)) {
        this.#at = at + 1;
        if (at === start || text.charCodeAt(at - 1) === blank) return undefined;
        return { kind: "scalar", text: this.#names.of(text, start, at), plain: true, start, end: at };
      }
      if (isOdd(code) || (code === hash && text.charCodeAt(at - 1) === blank)) return undefined;
    }
    return undefined;
  }

  #isColon(): boolean {
    const text = this.#text;
    if (text.charCodeAt(this.#at) !== colon || !isGap(text, this.#at + 1)) return false;
    this.#at += 1;
    return true;
  }

  /** What stands behind a key that is so many blanks in. */
  #value(key: YamlScalar, indent: number, depth: number): YamlValue | undefined {
    const code = this.#afterBlanks();
    if (code !== newline && code !== hash) return this.#inLine(code, indent, depth);
    if (!this.#nextLine()) return undefined;
    const isList = this.#text.charCodeAt(this.#at) === dash;
    if (this.#indent > indent) return isList ? this.#list(depth + 1) : this.#map(depth + 1);
    if (this.#indent === indent && isList) return this.#list(depth + 1);
    return { kind: "scalar", text: "", plain: true, start: key.end, end: key.end };
  }

  /** A value with nothing behind it in its line, nor in deeper lines below. */
  #inLine(code: number, indent: number, depth: number): YamlValue | undefined {
    const value =
      code === openList || code === openMap || code === doubleQuote || code === singleQuote
        ? this.#flow(code, depth)
        : this.#plain();
    return value !== undefined && this.#nextLine() && this.#indent <= indent ? value : undefined;
  }

  #map(depth: number): YamlMap | undefined {
    if (depth > deepest) return undefined;
    const indent = this.#indent;
    const start = this.#at;
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
    const start = this.#at;
    const items: YamlValue[] = [];
    let end = start;
    while (this.#indent === indent && text.charCodeAt(this.#at) === dash) {
      this.#at += 1;
      if (text.charCodeAt(this.#at) !== blank) return undefined;
      const value = this.#inLine(this.#afterBlanks(), indent, depth);
      if (value === undefined) return undefined;
      items.push(value);
      end = value.end;
    }
    return this.#indent > indent ? undefined : { kind: "list", items, flow: false, start, end };
  }

  /** The letter that comes next in this line; a line end at the end of the text. */
  #afterBlanks(): number {
    const text = this.#text;
    let at = this.#at;
    while (at < text.length && text.charCodeAt(at) === blank) at += 1;
    this.#at = at;
    return at < text.length ? text.charCodeAt(at) : newline;
  }

  #flow(code: number, depth: number): YamlValue | undefined {
    if (depth > deepest) return undefined;
    if (code === openList) return this.#flowList(depth + 1);
    if (code === openMap) return this.#flowMap(depth + 1);
    return code === doubleQuote || code === singleQuote ? this.#quoted(code) : this.#flowPlain();
  }

  #flowList(depth: number): YamlList | undefined {
    const start = this.#at;
    const items: YamlValue[] = [];
    this.#at += 1;
    for (let code = this.#afterBlanks(); code !== closeList; code = this.#afterBlanks()) {
      const value = this.#flow(code, depth);
      if (value === undefined || !this.#isParted(closeList)) return undefined;
      items.push(value);
    }
    this.#at += 1;
    return { kind: "list", items, flow: true, start, end: this.#at };
  }

  #flowMap(depth: number): YamlMap | undefined {
    const start = this.#at;
    const pairs: YamlPair[] = [];
    this.#at += 1;
    for (let code = this.#afterBlanks(); code !== closeMap; code = this.#afterBlanks()) {
      const key = code === doubleQuote || code === singleQuote ? this.#quoted(code) : this.#flowPlain(true);
      if (key === undefined || this.#afterBlanks() !== colon || (key.plain && key.text === "<<")) return undefined;
      if (hasKey(pairs, key.text)) return undefined;
      this.#at += 1;
      const value = this.#flow(this.#afterBlanks(), depth);
      if (value === undefined || !this.#isParted(closeMap)) return undefined;
      pairs.push({ key, value });
    }
    this.#at += 1;
    return { kind: "map", pairs, flow: true, start, end: this.#at };
  }

  /** Whether a comma follows, which is passed, or the end. */
  #isParted(closing: number): boolean {
    const code = this.#afterBlanks();
    if (code === comma) this.#at += 1;
    return code === comma || code === closing;
  }

  #quoted(quote: number): YamlScalar | undefined {
    const text = this.#text;
    const start = this.#at;
    let isSimple = true;
    for (let at = start + 1; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === quote) {
        if (quote === singleQuote && text.charCodeAt(at + 1) === quote) {
          isSimple = false;
          at += 1;
          continue;
        }
        this.#at = at + 1;
        const shown = isSimple ? text.slice(start + 1, at) : unquoted(text, quote, start + 1, at);
        return { kind: "scalar", text: shown, plain: false, start, end: at + 1 };
      }
      if (code === 92 && quote === doubleQuote) {
        isSimple = false;
        at += 1;
        // Of an escape by its number, or of a line end, the parser knows whether it is well-formed.
        if (!simpleEscapes.includes(text.charAt(at))) return undefined;
      } else if (isOdd(code)) return undefined;
    }
    return undefined;
  }

  /** To the end of the line, or to a comment. */
  #plain(): YamlScalar | undefined {
    const text = this.#text;
    const start = this.#at;
    if (!this.#canBegin(false)) return undefined;
    let end = start;
    let at = start;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === newline) break;
      if (code === blank) continue;
      if (code === hash && text.charCodeAt(at - 1) === blank) break;
      if (isOdd(code) || (code === colon && isGap(text, at + 1))) return undefined;
      end = at + 1;
    }
    this.#at = at;
    return { kind: "scalar", text: text.slice(start, end), plain: true, start, end };
  }

  #flowPlain(isName = false): YamlScalar | undefined {
    const text = this.#text;
    const start = this.#at;
    if (!this.#canBegin(true)) return undefined;
    let end = start;
    let at = start;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === blank) continue;
      if (isFlowSign(code)) break;
      if (code === colon && (isGap(text, at + 1) || isFlowSign(text.charCodeAt(at + 1)))) break;
      if (isOdd(code) || (code === hash && text.charCodeAt(at - 1) === blank)) return undefined;
      end = at + 1;
    }
    if (end === start || at === text.length) return undefined;
    this.#at = at;
    const shown = isName ? this.#names.of(text, start, end) : text.slice(start, end);
    return { kind: "scalar", text: shown, plain: true, start, end };
  }

  #canBegin(isFlow: boolean): boolean {
    const code = this.#text.charCodeAt(this.#at);
    if (!beginsPlain(code)) return false;
    if (code !== dash) return true;
    return !isGap(this.#text, this.#at + 1) && !(isFlow && isFlowSign(this.#text.charCodeAt(this.#at + 1)));
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

function lineEnd(text: string, from: number): number {
  const at = text.indexOf("\n", from);
  return at === -1 ? text.length : at;
}

function isGap(text: string, at: number): boolean {
  if (at >= text.length) return true;
  const code = text.charCodeAt(at);
  return code === blank || code === newline;
}

function isFlowSign(code: number): boolean {
  return code === comma || code === openList || code === closeList || code === openMap || code === closeMap;
}

/** What is no text, and what only the parser looks at closely. */
function isOdd(code: number): boolean {
  if (code < 0x7f) return code < blank;
  return code < 0xa0 || (code >= 0xd800 && (code < 0xe000 || code === 0xfeff || code >= 0xfffe));
}

/** Where YAML gives none of its signs a meaning; `?` may be one. */
function beginsPlain(code: number): boolean {
  return code > 0x7f ? !isOdd(code) : plainBeginnings[code] === 1;
}

const plainBeginnings = Uint8Array.from({ length: 0x80 }, (_, code) =>
  code > blank && code < 0x7f && !"#&*!|>'\"%@`,[]{}?".includes(String.fromCharCode(code)) ? 1 : 0,
);

const simpleEscapes = '"\\/bfnrt';

function unquoted(text: string, quote: number, valueStart: number, valueEnd: number): string {
  const style = quote === doubleQuote ? SCALAR_STYLE.DOUBLE_QUOTED : SCALAR_STYLE.SINGLE_QUOTED;
  return getScalarValue(text, { valueStart, valueEnd, style } as Parameters<typeof getScalarValue>[1]);
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

function hasKey(pairs: readonly YamlPair[], name: string): boolean {
  for (const { key } of pairs) if (key.text === name) return true;
  return false;
}
