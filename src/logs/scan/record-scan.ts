/** Finds the fields of a record in the bytes of its line, without making an object of it: a million lines take a second or so. */

import { Interned } from "./interned.ts";

const [quote, backslash, comma, colon] = [34, 92, 44, 58];
const [openBrace, closeBrace, openBracket, closeBracket] = [123, 125, 91, 93];
const [newline, blank] = [10, 32];

/**
 * A reader of one line after the other. Whoever needs a key asks for its slot first, by `want`; `scan` then says whether a line is a
 * record, and the slots tell where its values stand. Values of nested objects never count as the record's own, whatever their keys are.
 */
export class RecordScan {
  /** The line that was scanned last: its bytes, where it begins, and where its newline stands. */
  bytes: Buffer = Buffer.alloc(0);
  start = 0;
  end = 0;
  /** The slot of `LogPoint`, without which no line is a record. */
  readonly point: number;
  /** The last line is a record of a log point that nobody asked for: its slots are empty. */
  isPassedOver = false;
  #starts: number[] = [];
  #ends: number[] = [];
  readonly #keys: Buffer[] = [];
  readonly #slots = new Map<string, number>();
  /** The slots of the keys of each length. */
  readonly #byLength: number[][] = [];
  readonly #interned = new Interned();
  #points: readonly Buffer[] | undefined;

  constructor() {
    this.point = this.want("LogPoint");
  }

  /** The slot of a key; the same one for the same key. */
  want(key: string): number {
    const known = this.#slots.get(key);
    if (known !== undefined) return known;
    // As the key stands in the line.
    const bytes = Buffer.from(JSON.stringify(key).slice(1, -1));
    const slot = this.#keys.push(bytes) - 1;
    this.#slots.set(key, slot);
    for (let length = this.#byLength.length; length <= bytes.length; length += 1) this.#byLength.push([]);
    this.#byLength[bytes.length]?.push(slot);
    this.#starts.push(-1);
    this.#ends.push(-1);
    return slot;
  }

  /** Has records of other log points passed over, which takes a tenth of the time: of them only the beginning and the last byte are looked at. */
  wantPoints(points: readonly string[]): void {
    this.#points = points.map((point) => Buffer.from(`${point}"`));
  }

  /**
   * Whether the line is a record: a whole JSON object with a text as its `LogPoint`. `bytes[end]` is its newline, which must be there.
   * Of a key that stands twice, the first counts. Blanks and NULs ahead of the object are passed over: a log that was cut while it was
   * open for writing begins with them; so is a byte order mark, with which some editors begin a file.
   */
  scan(bytes: Buffer, start: number, end: number): boolean {
    this.bytes = bytes;
    this.end = end;
    this.#starts.fill(-1);
    let at = start;
    while (at < end && (bytes[at] as number) <= blank) at += 1;
    if (bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf) at += 3;
    this.start = at;
    if (bytes[at] !== openBrace) return false;
    this.isPassedOver = this.#points !== undefined && this.#isOfOthers(this.#points, bytes, at, end);
    if (this.isPassedOver) return true;
    at = skipBlanks(bytes, at + 1);
    for (;;) {
      if (bytes[at] !== quote) return false;
      const keyStart = at + 1;
      const keyEnd = endOfText(bytes, keyStart);
      if (keyEnd < 0) return false;
      at = skipBlanks(bytes, keyEnd + 1);
      if (bytes[at] !== colon) return false;
      at = skipBlanks(bytes, at + 1);
      const valueEnd = endOfValue(bytes, at);
      if (valueEnd < 0) return false;
      const slot = this.#slotOf(bytes, keyStart, keyEnd);
      if (slot >= 0 && this.#starts[slot] === -1) {
        this.#starts[slot] = at;
        this.#ends[slot] = valueEnd;
      }
      at = skipBlanks(bytes, valueEnd);
      if (bytes[at] === closeBrace) break;
      if (bytes[at] !== comma) return false;
      at = skipBlanks(bytes, at + 1);
    }
    return skipBlanks(bytes, at + 1) >= end && bytes[this.#starts[this.point] ?? -1] === quote;
  }

  /** Whether the last line has this key. */
  has(slot: number): boolean {
    return (this.#starts[slot] ?? -1) >= 0;
  }

  /** The text of a text value, a number or a boolean as it stands there; undefined for anything else. */
  text(slot: number): string | undefined {
    const start = this.#starts[slot] ?? -1;
    if (start < 0) return undefined;
    const end = this.#ends[slot] ?? 0;
    const first = this.bytes[start];
    if (first === quote) return this.#interned.text(this.bytes, start + 1, end - 1);
    if (first === openBrace || first === openBracket) return undefined;
    const word = this.#interned.text(this.bytes, start, end);
    return word === "null" ? undefined : word;
  }

  /** The number of a number, or of a text that is one; NaN for anything else. */
  number(slot: number): number {
    const text = this.text(slot);
    return text === undefined || text === "" ? Number.NaN : Number(text);
  }

  /** The bytes of a value, from `from` to `to`; -1 where the key is absent. */
  from(slot: number): number {
    return this.#starts[slot] ?? -1;
  }

  to(slot: number): number {
    return this.#ends[slot] ?? -1;
  }

  /** The text of a part of the line, from inside of quotes. */
  slice(from: number, to: number): string {
    return this.#interned.text(this.bytes, from, to);
  }

  /** The whole line, without what stands ahead of it. */
  line(): string {
    return this.bytes.toString("utf8", this.start, this.end);
  }

  /** The record as an object; undefined where JSON.parse is stricter than `scan` was. */
  record(): Readonly<Record<string, unknown>> | undefined {
    try {
      const value: unknown = JSON.parse(this.line());
      // `scan` has seen the braces.
      return value as Readonly<Record<string, unknown>>;
    } catch {
      return undefined;
    }
  }

  /** Only where the line begins as D-Script writes it, and ends as a record ends. */
  #isOfOthers(points: readonly Buffer[], bytes: Buffer, start: number, end: number): boolean {
    if (!hasAt(bytes, start, opening)) return false;
    const at = start + opening.length;
    if (points.some((point) => hasAt(bytes, at, point))) return false;
    let last = end - 1;
    while ((bytes[last] as number) <= blank) last -= 1;
    return bytes[last] === closeBrace;
  }

  #slotOf(bytes: Buffer, start: number, end: number): number {
    const candidates = this.#byLength[end - start];
    if (candidates === undefined) return -1;
    for (const slot of candidates) if (hasAt(bytes, start, this.#keys[slot] as Buffer)) return slot;
    return -1;
  }
}

const opening = Buffer.from('{"LogPoint":"');

/** Whether these bytes stand at a place. */
export function hasAt(bytes: Buffer, start: number, wanted: Buffer): boolean {
  for (let at = 0; at < wanted.length; at += 1) if (wanted[at] !== bytes[start + at]) return false;
  return true;
}

function skipBlanks(bytes: Buffer, from: number): number {
  let at = from;
  for (;;) {
    const byte = bytes[at];
    if (byte !== blank && byte !== 9 && byte !== 13) return at;
    at += 1;
  }
}

/** Where a text's closing quote stands; -1 where there is none on its line. The newline is a sentinel: no text holds one. */
function endOfText(bytes: Buffer, from: number): number {
  let at = from;
  for (;;) {
    const byte = bytes[at] as number;
    if (byte === quote) return at;
    if (byte < blank) return -1;
    if (byte === backslash) {
      // An escape never hides the newline.
      if ((bytes[at + 1] as number) < blank) return -1;
      at += 2;
    } else at += 1;
  }
}

/** Behind a value's last byte; -1 where it is none, or has no end. */
function endOfValue(bytes: Buffer, from: number): number {
  const first = bytes[from] as number;
  if (first === quote) {
    const end = endOfText(bytes, from + 1);
    return end < 0 ? -1 : end + 1;
  }
  if (first === openBrace || first === openBracket) return endOfNested(bytes, from);
  // -, 0 to 9, f, n, t.
  if (first !== 45 && !(first >= 48 && first <= 57) && first !== 102 && first !== 110 && first !== 116) return -1;
  let at = from + 1;
  for (;;) {
    const byte = bytes[at] as number;
    if (byte === comma || byte === closeBrace || byte <= blank) return at;
    at += 1;
  }
}

function endOfNested(bytes: Buffer, from: number): number {
  let depth = 0;
  for (let at = from; ; at += 1) {
    const byte = bytes[at] as number;
    if (byte === quote) {
      at = endOfText(bytes, at + 1);
      if (at < 0) return -1;
    } else if (byte === openBrace || byte === openBracket) depth += 1;
    else if (byte === closeBrace || byte === closeBracket) {
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (byte === newline) return -1;
  }
}
