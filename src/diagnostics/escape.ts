/** Texts of others made harmless for a terminal: what would steer it or turn its lines around is shown as an escape. */

const named: Readonly<Record<string, string>> = { "\n": "\\n", "\t": "\\t", "\r": "\\r", "\u001b": "\\e", "\0": "\\0" };

/** Control characters, those that turn the direction of text, and lone surrogates as escapes; a byte that is no UTF-8 (language 1) as \xNN. */
export function escapeText(text: string): string {
  return text.replace(
    /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu,
    (unit) => named[unit] ?? codeText(unit.charCodeAt(0)),
  );
}

function codeText(code: number): string {
  const byte = code >= 0xdc80 && code <= 0xdcff ? code - 0xdc00 : code;
  return byte < 0x100 ? `\\x${byte.toString(16).padStart(2, "0")}` : `\\u{${byte.toString(16)}}`;
}
