/** A word in the making: the pieces that join into one argument (language 3). */

import {
  ampersand,
  atSign,
  backslash,
  backtick,
  bar,
  closeBrace,
  closeParen,
  comma,
  dollar,
  dot,
  doubleQuote,
  greater,
  isBlank,
  isOddBlank,
  less,
  newline,
  openBrace,
  openParen,
  semicolon,
  singleQuote,
} from "../characters.ts";
import type { Parser } from "../grammar.ts";
import { refuseBackticks } from "../scan/backticks.ts";
import { isBareContextValueAt } from "../scan/context-values.ts";
import { readInterpolation } from "../scan/interpolation.ts";
import { readString } from "../scan/strings.ts";
import { continuationEnd, continuesLine } from "../scan/trivia.ts";
import type { WordPart } from "../tree.ts";

// Characters that end a bare run: they end the word, or start a piece of another kind.
const special = new Uint8Array(128);
for (const character of " \t\n\v\f\r\0;|&<>()'\"\\$`{},.@") special[character.charCodeAt(0)] = 1;

/** An open `{` within a word, and whether what follows makes it a brace expansion. */
interface Brace {
  readonly at: number;
  expands: boolean;
}

/** Takes one piece after the other, until the word ends. */
export class Pieces {
  readonly parts: WordPart[] = [];
  readonly #p: Parser;
  readonly #plain: boolean;
  readonly #braces: Brace[] = [];
  /** Where the present run of bare text began. */
  #from: number;

  constructor(p: Parser, plain: boolean) {
    this.#p = p;
    this.#plain = plain;
    this.#from = p.at;
  }

  /** Takes a piece; false at the word's end. */
  next(): boolean {
    const p = this.#p;
    const code = p.code(p.at);
    switch (code) {
      case -1:
      case newline:
      case semicolon:
      case bar:
      case less:
      case greater:
      case closeParen:
      case openParen:
        return false;
      case ampersand:
        return this.#ampersand();
      case singleQuote:
      case doubleQuote:
        this.flush();
        for (const part of readString(p)) this.parts.push(part);
        this.#from = p.at;
        return true;
      case dollar:
      case atSign:
        return this.#value();
      case backslash:
        return this.#escape();
      case backtick:
        this.#backtick();
        return true;
      case comma:
        if (p.commaEnds && isBeforeString(p, p.at + 1)) return false;
        this.#markBrace();
        p.at += 1;
        return true;
      case dot:
        if (p.code(p.at + 1) === dot) this.#markBrace();
        p.at += 1;
        return true;
      case openBrace:
        this.#braces.push({ at: p.at, expands: false });
        p.at += 1;
        return true;
      case closeBrace:
        this.#closeBrace();
        p.at += 1;
        return true;
      default:
        return this.#bare(code);
    }
  }

  /** Ends the run of bare text, which is a glob if it holds a glob character. */
  flush(): void {
    const p = this.#p;
    const start = this.#from;
    const end = p.at;
    this.#from = end;
    if (start === end) return;
    const text = p.text.slice(start, end);
    if (!this.#plain && hasGlob(text)) this.parts.push({ kind: "glob", pattern: text, start, end });
    else this.parts.push({ kind: "text", text, quoted: false, start, end });
  }

  /** `~` or `~user`, up to a `/` or the word's end. */
  tilde(): void {
    const p = this.#p;
    const found = p.match(/~([A-Za-z_][\w.-]*)?(?=[/\s;|&<>)]|$)/y, p.at);
    if (found === undefined) return;
    const start = p.at;
    p.at += found[0].length;
    this.#from = p.at;
    const user = found[1];
    this.parts.push({ kind: "tilde", ...(user !== undefined && { user }), start, end: p.at });
  }

  /** Between two characters of a word `&` is more often a part of an address than the end of a job. */
  #ampersand(): boolean {
    const p = this.#p;
    const next = p.code(p.at + 1);
    const ends = next === -1 || isBlank(next) || "\n;)&>|".includes(String.fromCharCode(next));
    if (ends || (this.parts.length === 0 && this.#from === p.at)) return false;
    p.report("DS1115", p.at, p.at + 1, {});
    p.at += 1;
    return true;
  }

  #bare(first: number): boolean {
    const p = this.#p;
    if (isBlank(first) || isOddBlank(first)) return false;
    do p.at += 1;
    while (isPlain(p.code(p.at)));
    return true;
  }

  #value(): boolean {
    const p = this.#p;
    const at = p.at;
    const from = this.#from;
    const part = readInterpolation(p, false);
    if (part === undefined) {
      p.at = at + 1;
      return true;
    }
    const to = p.at;
    p.at = at;
    this.#from = from;
    this.flush();
    p.at = to;
    this.#from = to;
    this.parts.push(part);
    return true;
  }

  /** `\ ` and `\;` take the meaning away; a letter behind a backslash would lose the backslash unseen. */
  #escape(): boolean {
    const p = this.#p;
    this.flush();
    const start = p.at;
    if (continuesLine(p, start)) {
      p.at = continuationEnd(p, start);
      this.#from = p.at;
      return true;
    }
    const character = String.fromCodePoint(p.text.codePointAt(start + 1) ?? 0x20);
    p.at = Math.min(p.end, start + 1 + character.length);
    const text = p.text.slice(start + 1, p.at);
    const isKept = /[\p{L}\p{N}_./:@+%^-]/u.test(text) && !isBareContextValueAt(p, start + 1);
    if (text === "" || isKept) p.report("DS1021", start, p.at, { found: `\\${text}` });
    this.parts.push({ kind: "text", text: text === "" ? "\\" : text, quoted: true, start, end: p.at });
    this.#from = p.at;
    return true;
  }

  #backtick(): void {
    const p = this.#p;
    this.flush();
    const start = p.at;
    refuseBackticks(p);
    this.#from = p.at;
    this.parts.push({ kind: "text", text: "", quoted: true, start, end: p.at });
  }

  #markBrace(): void {
    const brace = this.#braces.at(-1);
    if (brace !== undefined) brace.expands = true;
  }

  #closeBrace(): void {
    const brace = this.#braces.pop();
    if (brace?.expands !== true) return;
    this.#p.report("DS1103", brace.at, this.#p.at + 1, {
      found: this.#p.text.slice(brace.at, Math.min(brace.at + 40, this.#p.at + 1)),
    });
  }
}

function isPlain(code: number): boolean {
  return code > 127 ? !isOddBlank(code) : code !== -1 && special[code] === 0;
}

/** `, "` in the parentheses of an `assert`. */
function isBeforeString(p: Parser, from: number): boolean {
  let at = from;
  while (isBlank(p.code(at))) at += 1;
  return at > from && (p.code(at) === doubleQuote || p.code(at) === singleQuote);
}

/** `*`, `?`, or a `[…]` that holds something: an empty or open bracket is plain text. */
function hasGlob(text: string): boolean {
  if (text.includes("*") || text.includes("?")) return true;
  const open = text.indexOf("[");
  if (open === -1) return false;
  const first = text.charAt(open + 1);
  return text.indexOf("]", open + (first === "!" || first === "^" ? 3 : 2)) !== -1;
}
