/** The values that stand in one line of YAML: texts, with quotes and without, and lists and maps in brackets. */

import { getScalarValue, SCALAR_STYLE } from "js-yaml";
import { NameTable } from "./names.ts";
import {
  beginsPlain,
  blank,
  closeList,
  closeMap,
  colon,
  comma,
  dash,
  doubleQuote,
  hash,
  isFlowSign,
  isGap,
  isOdd,
  newline,
  openList,
  openMap,
  singleQuote,
} from "./signs.ts";
import type { YamlList, YamlMap, YamlPair, YamlScalar, YamlValue } from "./tree.ts";

/** Lists and maps within each other; what is deeper is left to the parser of all YAML, which has a limit of its own. */
export const deepest = 20;

/** Lives while a text is read. Methods give undefined where the text holds something else. */
export class LineValues {
  /** The next letter to be read. */
  at = 0;
  readonly names = new NameTable();
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The letter that comes next in this line; a line end at the end of the text. */
  afterBlanks(): number {
    const text = this.#text;
    let at = this.at;
    while (at < text.length && text.charCodeAt(at) === blank) at += 1;
    this.at = at;
    return at < text.length ? text.charCodeAt(at) : newline;
  }

  flow(code: number, depth: number): YamlValue | undefined {
    if (depth > deepest) return undefined;
    if (code === openList) return this.#flowList(depth + 1);
    if (code === openMap) return this.#flowMap(depth + 1);
    return code === doubleQuote || code === singleQuote ? this.quoted(code) : this.#flowPlain();
  }

  #flowList(depth: number): YamlList | undefined {
    const start = this.at;
    const items: YamlValue[] = [];
    this.at += 1;
    for (let code = this.afterBlanks(); code !== closeList; code = this.afterBlanks()) {
      const value = this.flow(code, depth);
      if (value === undefined || !this.#isParted(closeList)) return undefined;
      items.push(value);
    }
    this.at += 1;
    return { kind: "list", items, flow: true, start, end: this.at };
  }

  #flowMap(depth: number): YamlMap | undefined {
    const start = this.at;
    const pairs: YamlPair[] = [];
    this.at += 1;
    for (let code = this.afterBlanks(); code !== closeMap; code = this.afterBlanks()) {
      const key = code === doubleQuote || code === singleQuote ? this.quoted(code) : this.#flowPlain(true);
      if (key === undefined || this.afterBlanks() !== colon || (key.plain && key.text === "<<")) return undefined;
      if (hasKey(pairs, key.text)) return undefined;
      this.at += 1;
      const value = this.flow(this.afterBlanks(), depth);
      if (value === undefined || !this.#isParted(closeMap)) return undefined;
      pairs.push({ key, value });
    }
    this.at += 1;
    return { kind: "map", pairs, flow: true, start, end: this.at };
  }

  /** Whether a comma follows, which is passed, or the end. */
  #isParted(closing: number): boolean {
    const code = this.afterBlanks();
    if (code === comma) this.at += 1;
    return code === comma || code === closing;
  }

  quoted(quote: number): YamlScalar | undefined {
    const text = this.#text;
    const start = this.at;
    let isSimple = true;
    for (let at = start + 1; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === quote) {
        if (quote === singleQuote && text.charCodeAt(at + 1) === quote) {
          isSimple = false;
          at += 1;
          continue;
        }
        this.at = at + 1;
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
  plain(): YamlScalar | undefined {
    const text = this.#text;
    const start = this.at;
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
    this.at = at;
    return { kind: "scalar", text: text.slice(start, end), plain: true, start, end };
  }

  #flowPlain(isName = false): YamlScalar | undefined {
    const text = this.#text;
    const start = this.at;
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
    this.at = at;
    const shown = isName ? this.names.of(text, start, end) : text.slice(start, end);
    return { kind: "scalar", text: shown, plain: true, start, end };
  }

  #canBegin(isFlow: boolean): boolean {
    const code = this.#text.charCodeAt(this.at);
    if (!beginsPlain(code)) return false;
    if (code !== dash) return true;
    return !isGap(this.#text, this.at + 1) && !(isFlow && isFlowSign(this.#text.charCodeAt(this.at + 1)));
  }
}

const simpleEscapes = '"\\/bfnrt';

function unquoted(text: string, quote: number, valueStart: number, valueEnd: number): string {
  const style = quote === doubleQuote ? SCALAR_STYLE.DOUBLE_QUOTED : SCALAR_STYLE.SINGLE_QUOTED;
  return getScalarValue(text, { valueStart, valueEnd, style } as Parameters<typeof getScalarValue>[1]);
}

export function hasKey(pairs: readonly YamlPair[], name: string): boolean {
  for (let at = 0; at < pairs.length; at += 1) if (pairs[at]!.key.text === name) return true;
  return false;
}
