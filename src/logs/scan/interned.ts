/** Texts of bytes that come again and again: the host of a million records is made into a text once. */

const places = 4096;
/** Bytes; longer texts hardly come again. */
const longest = 64;

/** A cache with one place a hash: whatever comes later takes it over, so that it never grows. */
export class Interned {
  readonly #bytes: (Uint8Array | undefined)[] = new Array(places).fill(undefined);
  readonly #texts: string[] = new Array(places).fill("");

  /** The JSON text whose inner bytes these are, its escapes undone; bytes that are no UTF-8 become U+FFFD. */
  text(bytes: Buffer, start: number, end: number): string {
    const length = end - start;
    if (length > longest) return decode(bytes, start, end);
    let hash = length;
    for (let at = start; at < end; at += 1) hash = (Math.imul(hash, 31) + (bytes[at] as number)) | 0;
    const place = (hash ^ (hash >>> 12)) & (places - 1);
    const known = this.#bytes[place];
    if (known !== undefined && known.length === length && isSame(known, bytes, start))
      return this.#texts[place] as string;
    const text = decode(bytes, start, end);
    this.#bytes[place] = Uint8Array.prototype.slice.call(bytes, start, end);
    this.#texts[place] = text;
    return text;
  }
}

function isSame(known: Uint8Array, bytes: Buffer, start: number): boolean {
  for (let at = 0; at < known.length; at += 1) if (known[at] !== bytes[start + at]) return false;
  return true;
}

function decode(bytes: Buffer, start: number, end: number): string {
  const text = bytes.toString("utf8", start, end);
  if (!text.includes("\\")) return text;
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    // An escape that JSON does not know: shown as it stands.
    return text;
  }
}
