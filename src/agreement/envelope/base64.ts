/** Base64 in its one form (RFC 4648, section 4): padded, in the standard alphabet, unused bits zero. */

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const values = new Map([...alphabet].map((sign, value) => [sign.charCodeAt(0), value]));

export function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const bits = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text += `${sign(bits >> 18)}${sign(bits >> 12)}${sign(bits >> 6)}${sign(bits)}`;
  }
  const missing = (3 - (bytes.length % 3)) % 3;
  return missing === 0 ? text : text.slice(0, -missing) + "=".repeat(missing);
}

function sign(bits: number): string {
  return alphabet.charAt(bits & 63);
}

/** Undefined where it is not in its one form: two texts would mean the same bytes. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined;
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let bits = 0;
  for (let at = 0, filled = 0; at < text.length; at += 1) {
    const value = values.get(text.charCodeAt(at)) ?? (at >= text.length - padding ? 0 : undefined);
    if (value === undefined) return undefined;
    bits = ((bits << 6) | value) & 0xffffff;
    if (at % 4 !== 3) continue;
    for (const shift of [16, 8, 0]) {
      const byte = (bits >> shift) & 255;
      if (filled < bytes.length) bytes[filled] = byte;
      else if (byte !== 0) return undefined;
      filled += 1;
    }
  }
  return bytes;
}
