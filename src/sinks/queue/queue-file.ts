/** One file of a queue: a line that says how far it was delivered and for which sink, then a record a line. */

import { closeSync, fstatSync, ftruncateSync, openSync, readSync, renameSync, unlinkSync, writeSync } from "node:fs";
import { join } from "node:path";
import { codeOf, noSpace } from "../descriptor.ts";

/** A record of a queue, and the place behind it in its file. */
export interface Queued {
  readonly pid: number;
  readonly json: string;
  readonly end: number;
}

const newline = 10;
/** Digits of the place that delivery has come to, at the file's very beginning. */
const digits = 16;
const chunk = 256 * 1024;

/** An open file that this process holds. Its methods throw what system calls throw. */
export class QueueFile {
  readonly #folder: string;
  readonly key: string;
  #name: string;
  readonly #fd: number;
  /** Where the first record that was not delivered begins. */
  #done: number;
  #saved: number;
  /** Where the next read begins. */
  #at: number;
  /** Where the last record that was read ends. */
  #last: number;

  private constructor(folder: string, key: string, name: string, fd: number, done: number) {
    [this.#folder, this.key, this.#name, this.#fd] = [folder, key, name, fd];
    [this.#done, this.#saved, this.#at, this.#last] = [done, done, done, done];
  }

  /** Makes a file, held by this process. */
  static create(folder: string, key: string, name: string, sink: string): QueueFile {
    const fd = openSync(join(folder, name), "wx+", 0o600);
    const rest = ` ${JSON.stringify(sink)}\n`;
    const start = digits + Buffer.byteLength(rest);
    writeSync(fd, `${String(start).padStart(digits, "0")}${rest}`);
    return new QueueFile(folder, key, name, fd, start);
  }

  /** Opens a file that this process holds by its name; undefined where it belongs to another sink or is none of ours. */
  static open(folder: string, key: string, name: string, sink: string): QueueFile | undefined {
    const fd = openSync(join(folder, name), "r+");
    const expected = Buffer.from(` ${JSON.stringify(sink)}\n`);
    const head = Buffer.alloc(digits + expected.length);
    const got = readSync(fd, head, 0, head.length, 0);
    const done = Number(head.toString("latin1", 0, digits));
    if (got === head.length && head.subarray(digits).equals(expected) && done >= head.length)
      return new QueueFile(folder, key, name, fd, done);
    closeSync(fd);
    return undefined;
  }

  get size(): number {
    return fstatSync(this.#fd).size;
  }

  /** Whether every record was read and delivered. */
  get isDone(): boolean {
    return this.isRead && this.#done >= this.#last;
  }

  /** Writes records to the end, all or none. */
  append(lines: string): void {
    const { size } = this;
    const torn = this.#byteAt(size - 1) !== newline;
    const buffer = Buffer.from(torn ? `\n${lines}` : lines);
    try {
      for (let at = 0; at < buffer.length; ) {
        const written = writeSync(this.#fd, buffer, at, buffer.length - at, size + at);
        if (written === 0) throw noSpace();
        at += written;
      }
    } catch (error) {
      ftruncateSync(this.#fd, size);
      throw error;
    }
  }

  /** The next records, some hundred KiB at most; none at the end. A line that a crash tore is passed over. */
  read(): readonly Queued[] {
    for (let room = chunk; ; room *= 2) {
      const buffer = Buffer.alloc(room);
      const part = buffer.subarray(0, readSync(this.#fd, buffer, 0, room, this.#at));
      const whole = part.lastIndexOf(newline) + 1;
      if (whole === 0 && part.length === room) continue;
      const records: Queued[] = [];
      const from = this.#at;
      for (let at = 0; at < whole; ) {
        const next = part.indexOf(newline, at) + 1;
        const record = readLine(part.toString("utf8", at, next - 1));
        if (record !== undefined) records.push({ ...record, end: from + next });
        at = next;
      }
      // What stands behind the last newline was torn: nobody writes here but who holds the file.
      this.#at = from + (whole === 0 ? part.length : whole);
      this.#last = records.at(-1)?.end ?? this.#last;
      if (records.length > 0 || part.length === 0) return records;
    }
  }

  /** Everything ahead of `end` was delivered. */
  advance(end: number): void {
    this.#done = Math.max(this.#done, end);
  }

  /** Writes down how far delivery has come. */
  save(): void {
    if (this.#saved === this.#done) return;
    writeSync(this.#fd, String(this.#done).padStart(digits, "0"), 0, "latin1");
    this.#saved = this.#done;
  }

  /** Reads again from the first record that was not delivered. */
  rewind(): void {
    this.#at = this.#done;
    this.#last = this.#done;
  }

  /** Whether all that is there was read, and only its delivery is open. */
  get isRead(): boolean {
    return this.#at >= this.size;
  }

  /** Lets go of the file under the name that says so; a file of which all was delivered is removed. */
  release(freeName: string): void {
    try {
      this.save();
      if (this.isDone) unlinkSync(join(this.#folder, this.#name));
      else renameSync(join(this.#folder, this.#name), join(this.#folder, freeName));
      this.#name = freeName;
    } catch (error) {
      if (codeOf(error) !== "ENOENT") throw error;
    } finally {
      closeSync(this.#fd);
    }
  }

  #byteAt(position: number): number | undefined {
    const byte = Buffer.alloc(1);
    return readSync(this.#fd, byte, 0, 1, position) === 1 ? byte[0] : undefined;
  }
}

function readLine(line: string): { pid: number; json: string } | undefined {
  const match = /^(\d{1,10}) (\{.*\})$/.exec(line);
  if (match?.[2] === undefined) return undefined;
  try {
    JSON.parse(match[2]);
    return { pid: Number(match[1]), json: match[2] };
  } catch {
    return undefined;
  }
}
