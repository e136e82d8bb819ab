/** Bytes behind Base64 and hexadecimal digits, and what of a text is neither. */

import { textOf } from "../files/bytes.ts";
import { Refusal } from "../files/refusal.ts";

function refuse(text: string, at: number, wanted: string): Refusal {
  const found = at >= text.length ? "the end" : JSON.stringify(String.fromCodePoint(text.codePointAt(at) ?? 0));
  return new Refusal("FormatFault", `character ${at + 1}: found ${found}, expected ${wanted}`, undefined, "text");
}

/** Base64 (RFC 4648), of either alphabet, with or without padding, over several lines. */
export function decodeBase64(text: string): string {
  const wrong = text.search(/[^A-Za-z0-9+/\-_=\s]/);
  if (wrong !== -1) throw refuse(text, wrong, "a character of Base64");
  const end = text.search(/=/);
  const behind = end === -1 ? -1 : text.slice(end).search(/[^=\s]/);
  if (behind !== -1) throw refuse(text, end + behind, "nothing behind the `=` of the end");
  const bare = text.replace(/\s/g, "");
  const digits = bare.replace(/=+$/, "");
  const padding = bare.length - digits.length;
  if (digits.length % 4 === 1 || (padding > 0 && bare.length % 4 !== 0))
    throw refuse(text, text.length, "more: it is cut off");
  return textOf(Buffer.from(digits, "base64"));
}

export function decodeHex(text: string): string {
  const wrong = text.search(/[^0-9A-Fa-f\s]/);
  if (wrong !== -1) throw refuse(text, wrong, "a hexadecimal digit");
  const digits = text.replace(/\s/g, "");
  if (digits.length % 2 === 1) throw refuse(text, text.length, "one more digit: bytes have two");
  return textOf(Buffer.from(digits, "hex"));
}
