/** Cuts bytes that come in parts into lines, with as little copying as can be. */

/** Bytes. A record is far shorter (faults 3): a longer line is none, and is passed over without being kept. */
const longestLine = 4 * 1024 * 1024;
const newline = 10;

/** Takes lines: `bytes[end]` is the newline. The bytes are the reader's own again after the call. */
export type TakeLine = (bytes: Buffer, start: number, end: number) => void;

/** A reader of lines over parts of a stream; between two parts it keeps no more than one line. */
export class Lines {
  readonly #take: TakeLine;
  readonly #tooLong: () => void;
  #rest: Buffer[] = [];
  #restLength = 0;
  #isSkipping = false;

  /** `tooLong` is called once for each line that is longer than `longestLine`. */
  constructor(take: TakeLine, tooLong: () => void) {
    this.#take = take;
    this.#tooLong = tooLong;
  }

  /** Whether a line has begun that has no end yet. */
  get hasRest(): boolean {
    return this.#restLength > 0 || this.#isSkipping;
  }

  /** Takes the next bytes of the stream. */
  feed(part: Buffer): void {
    let start = 0;
    if (this.hasRest) {
      const end = part.indexOf(newline);
      if (end === -1) return this.#keep(part);
      this.#finish(part.subarray(0, end + 1));
      start = end + 1;
    }
    const take = this.#take;
    for (let end = part.indexOf(newline, start); end !== -1; end = part.indexOf(newline, start)) {
      if (end > start) take(part, start, end);
      start = end + 1;
    }
    if (start < part.length) this.#keep(part.subarray(start));
  }

  /** The stream is over, or begins anew: what has no newline is a line too. */
  end(): void {
    if (this.hasRest) this.#finish(Buffer.from("\n"));
  }

  #keep(part: Buffer): void {
    if (this.#isSkipping) return;
    this.#restLength += part.length;
    if (this.#restLength > longestLine) {
      this.#isSkipping = true;
      this.#rest = [];
    } else this.#rest.push(Buffer.from(part));
  }

  #finish(last: Buffer): void {
    const parts = this.#rest;
    const isTooLong = this.#isSkipping || this.#restLength + last.length > longestLine;
    this.#rest = [];
    this.#restLength = 0;
    this.#isSkipping = false;
    if (isTooLong) return this.#tooLong();
    const line = Buffer.concat([...parts, last]);
    if (line.length > 1) this.#take(line, 0, line.length - 1);
  }
}
