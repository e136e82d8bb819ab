/** What single letters of YAML mean, by their codes. */

export const newline = 10;
export const blank = 32;
export const doubleQuote = 34;
export const hash = 35;
export const singleQuote = 39;
export const comma = 44;
export const dash = 45;
export const colon = 58;
export const openList = 91;
export const closeList = 93;
export const openMap = 123;
export const closeMap = 125;

export function lineEnd(text: string, from: number): number {
  const at = text.indexOf("\n", from);
  return at === -1 ? text.length : at;
}

export function isGap(text: string, at: number): boolean {
  if (at >= text.length) return true;
  const code = text.charCodeAt(at);
  return code === blank || code === newline;
}

export function isFlowSign(code: number): boolean {
  return code === comma || code === openList || code === closeList || code === openMap || code === closeMap;
}

/** What is no text, and what only the parser looks at closely. */
export function isOdd(code: number): boolean {
  if (code < 0x7f) return code < blank;
  return code < 0xa0 || (code >= 0xd800 && (code < 0xe000 || code === 0xfeff || code >= 0xfffe));
}

/** Where YAML gives none of its signs a meaning; `?` may be one. */
export function beginsPlain(code: number): boolean {
  return code > 0x7f ? !isOdd(code) : plainBeginnings[code] === 1;
}

const plainBeginnings = Uint8Array.from({ length: 0x80 }, (_, code) =>
  code > blank && code < 0x7f && !"#&*!|>'\"%@`,[]{}?".includes(String.fromCharCode(code)) ? 1 : 0,
);
