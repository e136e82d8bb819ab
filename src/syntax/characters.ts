/** Character codes and classes that the scanner asks for. */

const tab = 9;
export const newline = 10;
export const blank = 32;
export const bang = 33;
export const doubleQuote = 34;
export const hash = 35;
export const dollar = 36;
export const ampersand = 38;
export const singleQuote = 39;
export const openParen = 40;
export const closeParen = 41;
export const star = 42;
export const plus = 43;
export const comma = 44;
export const minus = 45;
export const dot = 46;
export const slash = 47;
export const colon = 58;
export const semicolon = 59;
export const less = 60;
export const equals = 61;
export const greater = 62;
export const question = 63;
export const atSign = 64;
export const openBracket = 91;
export const backslash = 92;
export const closeBracket = 93;
export const backtick = 96;
export const openBrace = 123;
export const bar = 124;
export const closeBrace = 125;
export const tilde = 126;

/** Letters of names are ASCII: `"$name様"` must end the name where a reader ends it. */
export function isNameStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
}

export function isNamePart(code: number): boolean {
  return isNameStart(code) || isDigit(code);
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Blanks within a line; a carriage return belongs to the line end, other controls are reported elsewhere. */
export function isBlank(code: number): boolean {
  return code === blank || code === tab || (code >= 11 && code <= 13) || code === 0;
}

/** Blanks that look like one and are none: no-break, ideographic and zero-width ones. */
export function isOddBlank(code: number): boolean {
  if (code < 0xa0) return false;
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x2060 ||
    code === 0x3000 ||
    code === 0xfeff
  );
}
