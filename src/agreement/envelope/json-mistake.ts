/** Finds the first place where a text is not JSON (RFC 8259), or is JSON that two readers could understand in two ways. */

import type { Trouble } from "../../assurance/index.ts";
import type { Span } from "../../text/index.ts";

/** Objects and lists in each other. */
export const deepest = 64;

const SPACE = /[ \t\n\r]*/y;
const TEXT = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const PLAIN = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** Undefined where nothing is wrong. */
export function findMistake(text: string): Trouble | undefined {
  const scan = new Scan(text);
  return scan.value(0) ?? scan.end();
}

class Scan {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  value(depth: number): Trouble | undefined {
    this.#take(SPACE);
    const first = this.#text[this.#at];
    if (first === "{" || first === "[") {
      if (depth === deepest) {
        const message = `it is nested more than ${deepest} deep`;
        return { code: "ENV-01", message, span: this.#here(), help: "write what it says with fewer levels" };
      }
      this.#at += 1;
      return first === "{" ? this.#object(depth + 1) : this.#list(depth + 1);
    }
    return this.#take(TEXT) === "" && this.#take(PLAIN) === "" ? this.#expected("a value") : undefined;
  }

  end(): Trouble | undefined {
    this.#take(SPACE);
    return this.#at < this.#text.length ? this.#expected("nothing more") : undefined;
  }

  #object(depth: number): Trouble | undefined {
    const names = new Set<string>();
    for (let isFirst = true; ; isFirst = false) {
      this.#take(SPACE);
      if (isFirst && this.#skip("}")) return undefined;
      const start = this.#at;
      const quoted = this.#take(TEXT);
      if (quoted === "") return this.#expected(isFirst ? "a name in quotes, or }" : "a name in quotes");
      const name = JSON.parse(quoted) as string;
      if (names.has(name)) {
        const message = `the name ${quoted.slice(0, 80)} stands twice in one object, so that readers differ in what it says`;
        return { code: "ENV-04", message, span: { start, end: this.#at }, help: "leave one of the two" };
      }
      names.add(name);
      this.#take(SPACE);
      if (!this.#skip(":")) return this.#expected("a colon");
      const inside = this.value(depth);
      if (inside !== undefined) return inside;
      this.#take(SPACE);
      if (this.#skip("}")) return undefined;
      if (!this.#skip(",")) return this.#expected("a comma or }");
    }
  }

  #list(depth: number): Trouble | undefined {
    this.#take(SPACE);
    if (this.#skip("]")) return undefined;
    for (;;) {
      const inside = this.value(depth);
      if (inside !== undefined) return inside;
      this.#take(SPACE);
      if (this.#skip("]")) return undefined;
      if (!this.#skip(",")) return this.#expected("a comma or ]");
    }
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const [found = ""] = pattern.exec(this.#text) ?? [];
    this.#at += found.length;
    return found;
  }

  #skip(sign: string): boolean {
    if (this.#text[this.#at] !== sign) return false;
    this.#at += 1;
    return true;
  }

  #here(): Span {
    return { start: this.#at, end: Math.min(this.#at + 1, this.#text.length) };
  }

  #expected(what: string): Trouble {
    const isOver = this.#at >= this.#text.length;
    const message = isOver
      ? `it is no JSON: it ends where ${what} should stand`
      : `it is no JSON: ${what} should stand here`;
    return { code: "ENV-03", message, span: this.#here(), help: "write it as RFC 8259 has it" };
  }
}
