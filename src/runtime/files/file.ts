/** An open file with its buffers: the streams of C's stdio, with bytes that need not be UTF-8 (language 5). */

import { closeSync, fstatSync, fsyncSync } from "node:fs";
import { isDue, turn } from "../control/pause.ts";
import type { Run } from "../run.ts";
import { bytesOf, sequenceLength, textOf, unfinished } from "./bytes.ts";
import { isForReading, isForWriting } from "./modes.ts";
import { ReadAhead } from "./read-ahead.ts";
import { Refusal, systemError } from "./refusal.ts";
import { type Channel, readChannel, writeChannel } from "./stream.ts";

const bufferSize = 64 * 1024;
const empty = Buffer.alloc(0);

export class ScriptFile {
  readonly path: string;
  readonly mode: string;
  readonly #run: Run;
  readonly #channel: Channel;
  readonly #append: boolean;
  readonly #standard: boolean;
  #open = true;
  readonly #ahead = new ReadAhead();
  #waiting: Buffer[] = [];
  #waitingSize = 0;
  /** Where the next byte is read or written, in a seekable file: of what waits, where it will go. */
  #position = 0;
  #ended = false;

  constructor(run: Run, channel: Channel, path: string, mode: string, append: boolean, standard = false) {
    this.#run = run;
    this.#channel = channel;
    this.path = path;
    this.mode = mode;
    this.#append = append;
    this.#standard = standard;
  }

  get descriptor(): number {
    return this.#channel.fd;
  }

  get isOpen(): boolean {
    return this.#open;
  }

  /** So many bytes, fewer at the end; up to three more where the last character would be cut. */
  async read(count: number): Promise<string> {
    await this.#toRead();
    const parts: Buffer[] = [];
    let missing = count;
    let size = 0;
    while (missing > 0 && (this.#ahead.length > 0 || (await this.#fill()))) {
      const part = this.#take(Math.min(missing, this.#ahead.length));
      missing -= part.length;
      size += part.length;
      parts.push(part);
      mustFit(size);
    }
    const bytes = joined(parts);
    const cut = missing === 0 ? unfinished(bytes) : 0;
    return textOf(cut === 0 ? bytes : Buffer.concat([bytes, await this.#rest(bytes.subarray(bytes.length - cut))]));
  }

  /** The bytes that complete a character; none where the file goes on otherwise. */
  async #rest(head: Buffer): Promise<Buffer> {
    const missing = sequenceLength(head[0] ?? 0) - head.length;
    while (this.#ahead.length < missing && (await this.#fill()));
    return this.#ahead.look(missing).length === missing && this.#ahead.look(missing).every(isTail)
      ? this.#take(missing)
      : empty;
  }

  /** A line that was read ahead already, without its newline; undefined where there is none. */
  lineAhead(): string | undefined {
    const end = this.#ahead.newlineAt();
    if (end === -1) return undefined;
    this.#position += end + 1;
    return this.#ahead.takeLine(end);
  }

  /** A line without its newline; null at the end. */
  readLine(): Promise<string | null> {
    return this.#readLine(bufferSize);
  }

  /** A line, of which not one byte too many is read: what follows is left to the commands that share the descriptor. */
  readLineExactly(): Promise<string | null> {
    return this.#readLine(1);
  }

  async #readLine(step: number): Promise<string | null> {
    await this.#toRead();
    const parts: Buffer[] = [];
    let size = 0;
    for (;;) {
      const end = this.#ahead.newlineAt();
      const part = this.#take(end === -1 ? this.#ahead.length : end);
      if (part.length > 0) parts.push(part);
      size += part.length;
      mustFit(size);
      if (end !== -1) {
        this.#take(1);
        return textOf(joined(parts));
      }
      if (!(await this.#fill(step))) return size === 0 ? null : textOf(joined(parts));
    }
  }

  async readCharacter(): Promise<string | null> {
    const text = await this.read(1);
    return text === "" ? null : text;
  }

  /** Everything up to the end. */
  readAll(): Promise<string> {
    return this.read(Number.POSITIVE_INFINITY);
  }

  /** Adds to what waits to be written: the number of bytes. Gives a promise only where it must wait. */
  write(text: string): number | Promise<number> {
    this.#mayWrite();
    const bytes = bytesOf(text);
    // What is written after a read goes where the script has read to, not where we have.
    this.#ahead.clear();
    this.#waiting.push(bytes);
    this.#waitingSize += bytes.length;
    if (this.#waitingSize < bufferSize) return bytes.length;
    const flushed = this.flush();
    return flushed === undefined ? bytes.length : flushed.then(() => bytes.length);
  }

  /** Hands what waits to the system. What it did not take is dropped, and the error told once. */
  flush(): void | Promise<void> {
    this.#mustBeOpen();
    if (this.#waitingSize === 0) return;
    const bytes = joined(this.#waiting);
    this.#waiting = [];
    this.#waitingSize = 0;
    const position = this.#channel.seekable && !this.#append ? this.#position : null;
    this.#position += bytes.length;
    const written = writeChannel(this.#run, this.#channel, bytes, position);
    if (this.#append && this.#channel.seekable) this.#position = fstatSync(this.#channel.fd).size;
    return written;
  }

  async sync(): Promise<void> {
    await this.flush();
    fsyncSync(this.#channel.fd);
  }

  get atEnd(): boolean {
    this.#mustBeOpen();
    return this.#ended && this.#ahead.length === 0;
  }

  async seek(offset: number, whence: string): Promise<void> {
    await this.flush();
    this.#mustSeek();
    const base = this.#baseOf(whence);
    if (base + offset < 0)
      throw new Refusal("ArgumentFault", `${base + offset} lies before the file's start`, "EINVAL", "offset");
    this.#ahead.clear();
    this.#position = base + offset;
    this.#ended = false;
  }

  #baseOf(whence: string): number {
    if (whence === "start") return 0;
    if (whence === "current") return this.#position;
    if (whence === "end") return fstatSync(this.#channel.fd).size;
    throw new Refusal(
      "ArgumentFault",
      `${JSON.stringify(whence)} is none of "start", "current" and "end"`,
      "EINVAL",
      "whence",
    );
  }

  tell(): number {
    this.#mustBeOpen();
    this.#mustSeek();
    return this.#position + this.#waitingSize;
  }

  /** Writes what waits and gives the descriptor back, whatever happens. */
  async close(): Promise<void> {
    this.#mustBeOpen();
    if (this.#standard) throw new Refusal("IOFault", "standard input stays open as long as the script runs", "EINVAL");
    try {
      await this.flush();
    } finally {
      this.#open = false;
      this.#ahead.clear();
      closeSync(this.#channel.fd);
    }
  }

  async #toRead(): Promise<void> {
    this.#mustBeOpen();
    if (!isForReading(this.mode)) throw new Refusal("IOFault", "it was opened for writing only", "EBADF");
    await this.flush();
  }

  #mayWrite(): void {
    this.#mustBeOpen();
    if (!isForWriting(this.mode)) throw new Refusal("IOFault", "it was opened for reading only", "EBADF");
  }

  #mustBeOpen(): void {
    if (!this.#open) throw new Refusal("IOFault", "it has been closed", "EBADF");
  }

  #mustSeek(): void {
    if (!this.#channel.seekable || this.#standard) throw systemError("ESPIPE");
  }

  /** Reads more; whether there was more. */
  async #fill(most = bufferSize): Promise<boolean> {
    // A device without end, such as /dev/zero, never makes us wait: signals must act all the same.
    if (isDue(this.#run)) await turn(this.#run, null);
    const chunk = Buffer.allocUnsafe(most);
    const at = this.#channel.seekable && !this.#standard ? this.#position + this.#ahead.length : null;
    const size = await readChannel(this.#run, this.#channel, chunk, at);
    if (size === 0) {
      this.#ended = true;
      return false;
    }
    this.#ahead.add(chunk.subarray(0, size));
    return true;
  }

  #take(count: number): Buffer {
    this.#position += count;
    return this.#ahead.take(count);
  }
}

// Whatever becomes a text must fit into one.
const longest = 2 ** 29 - 24;

function mustFit(size: number): void {
  if (size > longest) throw new Refusal("IOFault", `it has more than ${longest} bytes: read it in parts`, "EFBIG");
}

function joined(parts: readonly Buffer[]): Buffer {
  return parts.length === 1 ? (parts[0] ?? empty) : Buffer.concat(parts);
}

function isTail(byte: number): boolean {
  return byte >= 0x80 && byte <= 0xbf;
}
