/** What was read of a file ahead of the script. */

import { isAscii } from "node:buffer";
import { textOf } from "./bytes.ts";

const newline = 10;
const empty = Buffer.alloc(0);

export class ReadAhead {
  #bytes: Buffer = empty;
  #from = 0;
  /** Whether all bytes are ASCII: then a text of them needs no second look. */
  #plain = true;

  get length(): number {
    return this.#bytes.length - this.#from;
  }

  /** Where the next newline stands, counted from the first byte; -1 where none does. */
  newlineAt(): number {
    const at = this.#bytes.indexOf(newline, this.#from);
    return at === -1 ? -1 : at - this.#from;
  }

  add(chunk: Buffer): void {
    this.#bytes = this.length === 0 ? chunk : Buffer.concat([this.#bytes.subarray(this.#from), chunk]);
    this.#from = 0;
    this.#plain = isAscii(this.#bytes);
  }

  take(count: number): Buffer {
    const part = this.look(count);
    this.#from += part.length;
    return part;
  }

  look(count: number): Buffer {
    return this.#bytes.subarray(this.#from, this.#from + count);
  }

  /** The text of the first bytes; the newline that follows them is taken as well. */
  takeLine(end: number): string {
    const [from, to] = [this.#from, this.#from + end];
    this.#from = to + 1;
    return this.#plain ? this.#bytes.toString("latin1", from, to) : textOf(this.#bytes.subarray(from, to));
  }

  clear(): void {
    this.#bytes = empty;
    this.#from = 0;
  }
}
