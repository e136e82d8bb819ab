/** JavaScript literals of the script's values. */

import { type Expression, literalValue } from "../syntax/index.ts";

/** A string literal; control characters and lone surrogates are escaped, so that it is one line of plain text. */
export function quote(text: string): string {
  return JSON.stringify(text).replace(/[\u007f\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

/** The text of a string that the checker has found to be plain, as a literal; `null` where there is none. */
export function literalText(node: Expression | undefined): string {
  const value = node === undefined ? undefined : literalValue(node);
  return value === undefined ? "null" : quote(String(value));
}

/** A number literal; a negative one is in parentheses. */
export function numeral(value: number): string {
  return value < 0 ? `(${value})` : String(value);
}
