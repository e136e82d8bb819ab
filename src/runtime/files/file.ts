/** An open file with its buffers: the streams of C's stdio, with bytes that need not be UTF-8 (language 5). */

import { closeSync, constants, fstatSync, fsyncSync, openSync, statSync } from "node:fs";
import { pause } from "../control/pause.ts";
import type { Run } from "../run.ts";
import { bytesOf, sequenceLength, textOf, unfinished } from "./bytes.ts";
import { Refusal } from "./refusal.ts";
import { type Channel, readChannel, writeChannel } from "./stream.ts";

const bufferSize = 64 * 1024;
const newline = 10;
const empty = Buffer.alloc(0);

const { O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, O_APPEND, O_EXCL, O_NONBLOCK } = constants;

const modes: Readonly<Record<string, number>> = {
  r: O_RDONLY,
  "r+": O_RDWR,
  w: O_WRONLY | O_CREAT | O_TRUNC,
  "w+": O_RDWR | O_CREAT | O_TRUNC,
  a: O_WRONLY | O_CREAT | O_APPEND,
  "a+": O_RDWR | O_CREAT | O_APPEND,
  x: O_WRONLY | O_CREAT | O_EXCL,
  "x+": O_RDWR | O_CREAT | O_EXCL,
};

/** The flags of a mode as C writes it; a "b" means nothing, "wx" is "x". */
export function flagsOf(mode: string): number {
  const plain = mode.replace("b", "").replace(/^wx/, "x");
  const flags = Object.hasOwn(modes, plain) ? modes[plain] : undefined;
  if (flags === undefined)
    throw new Refusal(
      "ArgumentFault",
      `the mode ${JSON.stringify(mode)} is none of "r", "w", "a", "x", each with or without "+"`,
      "EINVAL",
    );
  return flags;
}

/** Whether a mode changes files. */
export function isForWriting(mode: string): boolean {
  return mode !== "r" && mode !== "rb";
}

/** Opens a file; a named pipe without a reader is waited for, all else is opened at once. */
export async function openFile(
  run: Run,
  location: string | Buffer,
  path: string,
  mode: string,
  umask: number,
): Promise<ScriptFile> {
  const flags = flagsOf(mode);
  for (let wait = 1; ; wait = Math.min(wait * 2, 20)) {
    try {
      const fd = withUmask(umask, () => openSync(location, flags | O_NONBLOCK, 0o666));
      return adopt(run, fd, path, mode, flags);
    } catch (thrown) {
      // ENXIO: a named pipe that nobody reads yet (fifo(7)); of a device or socket it is final.
      if ((thrown as NodeJS.ErrnoException).code !== "ENXIO" || !isFifo(location)) throw thrown;
    }
    await pause(run, wait, null);
  }
}

function adopt(run: Run, fd: number, path: string, mode: string, flags: number): ScriptFile {
  const status = fstatSync(fd);
  const seekable = status.isFile() || status.isBlockDevice();
  // open(2) lets a directory be read; a stream of C does not, and neither does read(2) later.
  if (status.isDirectory()) {
    closeSync(fd);
    throw Object.assign(new Error("EISDIR"), { code: "EISDIR" });
  }
  return new ScriptFile(run, { fd, seekable, nonBlocking: true }, path, mode, (flags & O_APPEND) !== 0);
}

function isFifo(location: string | Buffer): boolean {
  return statSync(location, { throwIfNoEntry: false })?.isFIFO() === true;
}

/** Does a synchronous call under a flow's umask: no other code runs in between. */
export function withUmask<T>(umask: number, call: () => T): T {
  const before = process.umask(umask);
  try {
    return call();
  } finally {
    process.umask(before);
  }
}

export class ScriptFile {
  readonly path: string;
  readonly mode: string;
  readonly #run: Run;
  readonly #channel: Channel;
  readonly #append: boolean;
  readonly #standard: boolean;
  #open = true;
  /** What was read ahead. */
  #ahead = empty;
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
    while (missing > 0 && (this.#ahead.length > 0 || (await this.#fill()))) {
      const part = this.#take(Math.min(missing, this.#ahead.length));
      missing -= part.length;
      parts.push(part);
    }
    let bytes = parts.length === 1 ? (parts[0] ?? empty) : Buffer.concat(parts);
    const cut = missing === 0 ? unfinished(bytes) : 0;
    if (cut > 0) bytes = Buffer.concat([bytes, await this.#rest(bytes.subarray(bytes.length - cut))]);
    return textOf(bytes);
  }

  /** The bytes that complete a character; none where the file goes on otherwise. */
  async #rest(head: Buffer): Promise<Buffer> {
    const missing = sequenceLength(head[0] ?? 0) - head.length;
    while (this.#ahead.length < missing && (await this.#fill()));
    const rest = this.#ahead.subarray(0, missing);
    return rest.length === missing && unfinished(Buffer.concat([head, rest])) === 0 && rest.every(isTail)
      ? this.#take(missing)
      : empty;
  }

  /** A line without its newline; null at the end. Gives a promise only where it must wait. */
  readLine(): string | null | Promise<string | null> {
    if (this.#waitingSize === 0) {
      const end = this.#open ? this.#ahead.indexOf(newline) : -1;
      if (end !== -1) return this.#takeLine(end);
    }
    return this.#readLineLater();
  }

  async #readLineLater(): Promise<string | null> {
    await this.#toRead();
    const parts: Buffer[] = [];
    for (;;) {
      const end = this.#ahead.indexOf(newline);
      if (end !== -1) {
        if (parts.length === 0) return this.#takeLine(end);
        parts.push(this.#take(end));
        this.#take(1);
        return textOf(Buffer.concat(parts));
      }
      if (this.#ahead.length > 0) parts.push(this.#take(this.#ahead.length));
      if (!(await this.#fill())) return parts.length === 0 ? null : textOf(Buffer.concat(parts));
    }
  }

  #takeLine(end: number): string {
    const line = textOf(this.#take(end));
    this.#take(1);
    return line;
  }

  /** A line, of which not one byte too many is read: what follows is left to the commands that share the descriptor. */
  async readLineExactly(): Promise<string | null> {
    await this.#toRead();
    const parts: Buffer[] = [];
    for (;;) {
      const end = this.#ahead.indexOf(newline);
      if (end !== -1) {
        parts.push(this.#take(end));
        this.#take(1);
        return textOf(Buffer.concat(parts));
      }
      if (this.#ahead.length > 0) parts.push(this.#take(this.#ahead.length));
      if (!(await this.#fill(1))) return parts.length === 0 ? null : textOf(Buffer.concat(parts));
    }
  }

  async readCharacter(): Promise<string | null> {
    const text = await this.read(1);
    return text === "" ? null : text;
  }

  /** Everything up to the end. */
  async readAll(): Promise<string> {
    await this.#toRead();
    const parts: Buffer[] = [];
    do {
      if (this.#ahead.length > 0) parts.push(this.#take(this.#ahead.length));
    } while (await this.#fill());
    return textOf(Buffer.concat(parts));
  }

  /** Adds to what waits to be written: the number of bytes. Gives a promise only where it must wait. */
  write(text: string): number | Promise<number> {
    this.#mayWrite();
    const bytes = bytesOf(text);
    // What is written after a read goes where the script has read to, not where we have.
    this.#ahead = empty;
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
    const bytes = this.#waiting.length === 1 ? (this.#waiting[0] ?? empty) : Buffer.concat(this.#waiting);
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
    const base =
      whence === "start"
        ? 0
        : whence === "current"
          ? this.#position
          : whence === "end"
            ? fstatSync(this.#channel.fd).size
            : null;
    if (base === null)
      throw new Refusal("ArgumentFault", `${JSON.stringify(whence)} is none of "start", "current" and "end"`, "EINVAL");
    if (base + offset < 0)
      throw new Refusal("ArgumentFault", `${base + offset} lies before the file's start`, "EINVAL");
    this.#ahead = empty;
    this.#position = base + offset;
    this.#ended = false;
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
      this.#ahead = empty;
      closeSync(this.#channel.fd);
    }
  }

  async #toRead(): Promise<void> {
    this.#mustBeOpen();
    if (/^[wax]b?$/.test(this.mode) || this.mode === "wx")
      throw new Refusal("IOFault", "it was opened for writing only", "EBADF");
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
    if (!this.#channel.seekable || this.#standard) throw Object.assign(new Error("ESPIPE"), { code: "ESPIPE" });
  }

  /** Reads more; whether there was more. */
  async #fill(most = bufferSize): Promise<boolean> {
    const chunk = Buffer.allocUnsafe(most);
    const at = this.#channel.seekable && !this.#standard ? this.#position + this.#ahead.length : null;
    const size = await readChannel(this.#run, this.#channel, chunk, at);
    if (size === 0) {
      this.#ended = true;
      return false;
    }
    const part = chunk.subarray(0, size);
    this.#ahead = this.#ahead.length === 0 ? part : Buffer.concat([this.#ahead, part]);
    return true;
  }

  #take(count: number): Buffer {
    const part = this.#ahead.subarray(0, count);
    this.#ahead = this.#ahead.subarray(count);
    this.#position += count;
    return part;
  }
}

function isTail(byte: number): boolean {
  return byte >= 0x80 && byte <= 0xbf;
}
