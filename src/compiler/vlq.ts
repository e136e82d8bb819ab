/** Base-64 variable-length numbers, as source maps write them (ECMA-426). */

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** A signed integer within 31 bits as base-64 digits, five bits a digit, least significant first. */
export function encodeVlq(value: number): string {
  let rest = value < 0 ? (-value << 1) | 1 : value << 1;
  let text = "";
  do {
    const low = rest & 31;
    rest >>>= 5;
    text += digits.charAt(rest > 0 ? low | 32 : low);
  } while (rest > 0);
  return text;
}
