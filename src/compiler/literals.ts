/** JavaScript literals of the script's values. */

/** A string literal; control characters and lone surrogates are escaped, so that it is one line of plain text. */
export function quote(text: string): string {
  return JSON.stringify(text).replace(/[\u007f\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

/** A number literal; a negative one is in parentheses. */
export function numeral(value: number): string {
  return value < 0 ? `(${value})` : String(value);
}
