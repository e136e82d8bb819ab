/** A sink of JSON lines over a descriptor: gathers whole lines, writes each batch with one call, and bears every failure. */

import { errnoByName, type LogRecord, type Sink } from "../records/index.ts";
import { codeOf, cutTail, endsLine, noSpace, writeWaiting } from "./descriptor.ts";
import { type FileTarget, OpenFile } from "./open-file.ts";
import { Backlog } from "./queue/backlog.ts";
import type { DiskQueue } from "./queue/disk-queue.ts";

/** A sink that can be asked to write now, and how many records it had to give up. */
export interface OpenedSink extends Sink {
  flush(): void;
  readonly lost: number;
}

export interface LineTarget extends FileTarget {
  readonly name: string;
  /** As messages name it: "the log /var/log/x". */
  readonly what: string;
  /** Write every record as it comes. */
  readonly immediate: boolean;
  readonly explain: (code: string) => string | undefined;
  readonly say: (text: string) => void;
  /** Takes what could not be written by the end of the run, for the next one; absent where that is given up. */
  readonly queue?: DiskQueue;
}

/** A batch is written when it has this many characters, or this many milliseconds after its first record. */
const batchSize = 64 * 1024;
const batchDelay = 200;
/** What waits in memory for a target that fails; then it goes to the queue on disk, or is given up and counted. */
const mostWaiting = 8 * 1024 * 1024;
/** A target that failed is tried again after this many milliseconds, and at the end. */
const retryDelay = 1000;

const newline = 10;

export class LineSink implements OpenedSink {
  readonly name: string;
  readonly #target: LineTarget;
  readonly #file: OpenFile;
  #lines: string[] = [];
  #waiting = 0;
  /** The rest of a line of which a pipe took only a part. */
  #rest: Buffer | undefined;
  #timer: NodeJS.Timeout | undefined;
  #retryAt = 0;
  #said = false;
  #closed = false;
  #lost = 0;
  /** Records that went to the queue on disk. */
  #queued = 0;
  readonly #backlog: Backlog;

  constructor(target: LineTarget) {
    this.#target = target;
    this.name = target.name;
    this.#file = new OpenFile(target);
    this.#backlog = new Backlog(target.queue);
    this.#attempt(() => this.#ready());
  }

  get lost(): number {
    return this.#lost;
  }

  write(record: LogRecord): void {
    if (this.#waiting > mostWaiting) this.#spill();
    if (this.#closed || this.#waiting > mostWaiting) {
      this.#lost += 1;
      return;
    }
    this.#lines.push(record.json);
    this.#waiting += record.json.length + 1;
    if (this.#target.immediate || record.urgent === true || this.#waiting >= batchSize) this.#deliver(false);
    else if (this.#timer === undefined) {
      this.#timer = setTimeout(() => this.#deliver(false), batchDelay);
      // A waiting record must not keep the process alive: close delivers it.
      this.#timer.unref();
    }
  }

  flush(): void {
    this.#deliver(true);
  }

  sync(whole: boolean): void {
    this.#deliver(true);
    // What could not be delivered was told, and is tried again: there is nothing of it to sync yet.
    if (this.#file.isOpenFile && this.#lines.length === 0) this.#attempt(() => this.#file.sync(whole));
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#backlog.look();
    this.#deliver(true);
    this.#closed = true;
    this.#spill();
    this.#lost += this.#lines.length;
    this.#lines = [];
    const isKept = this.#backlog.release();
    this.#attempt(() => this.#letGo());
    const { what } = this.#target;
    const [were, wait] = [records(this.#lost, "was", "were"), records(this.#queued, "waits", "wait")];
    if (this.#lost > 0) this.#say(`dscript: ${were} not written: ${what}\n`);
    if (isKept) this.#say(`dscript: ${wait} in the queue for the next run with this sink: ${what}\n`);
  }

  #deliver(now: boolean): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#lines.length === 0 && this.#rest === undefined && !(now && this.#backlog.isDue)) return;
    if (!now && performance.now() < this.#retryAt) return;
    this.#attempt(() => {
      const fd = this.#ready();
      this.#writeRest(fd);
      this.#takeQueued();
      while (this.#lines.length > 0) this.#writeBatch(fd);
    });
    this.#putBack();
  }

  /** Puts what waits in the queue ahead of the lines. */
  #takeQueued(): void {
    const lines = this.#backlog.take();
    for (const line of lines) this.#waiting += line.length + 1;
    this.#lines = [...lines, ...this.#lines];
  }

  /** What came from the queue and could not be written is left there. */
  #putBack(): void {
    const count = this.#backlog.putBack();
    for (const line of this.#lines.splice(0, count)) this.#waiting -= line.length + 1;
  }

  /** Moves what waits in memory to the queue on disk, where there is one that takes it. */
  #spill(): void {
    const kept = this.#backlog.append(this.#lines);
    if (kept === 0) return;
    this.#queued += kept;
    this.#lines = [];
    this.#waiting = 0;
  }

  /** One try; a failure is told once, and remembered so that the next try comes later. */
  #attempt(work: () => void): void {
    try {
      work();
      this.#retryAt = 0;
    } catch (error) {
      this.#retryAt = performance.now() + retryDelay;
      if (this.#said) return;
      this.#said = true;
      const code = codeOf(error);
      const why = this.#target.explain(code) ?? errnoByName(code)?.text ?? String(error);
      this.#say(`dscript: cannot write ${this.#target.what}: ${why}; the script goes on\n`);
    }
  }

  /** The open descriptor; opened anew where its file was removed or replaced since. */
  #ready(): number {
    if (this.#file.isReplaced()) this.#letGo();
    return this.#file.ready();
  }

  #letGo(): void {
    if (this.#rest !== undefined) this.#lost += 1;
    this.#rest = undefined;
    this.#file.letGo();
  }

  /** Writes the first lines that wait: whole lines in one call, so that two engines never mix theirs. */
  #writeBatch(fd: number): void {
    let count = 0;
    let size = 0;
    while (count < this.#lines.length && (count === 0 || size < batchSize)) size += this.#lines[count++]?.length ?? 0;
    const ahead = this.#file.checkedEnd || endsLine(this.#target.path, fd) ? "" : "\n";
    const buffer = Buffer.from(`${ahead}${this.#lines.slice(0, count).join("\n")}\n`);
    const written = writeWaiting(fd, buffer, this.#file.regular);
    this.#file.checkedEnd = true;
    if (written === buffer.length) return this.#drop(count);
    if (written === 0) throw noSpace();
    // Only a part was taken. Whole lines in it are done; the torn one behind them must not stay.
    const whole = buffer.lastIndexOf(newline, written - 1) + 1;
    let done = 0;
    for (let at = ahead.length; at < whole; at += 1) if (buffer[at] === newline) done += 1;
    this.#drop(done);
    if (!this.#file.regular) {
      if (whole === written) return;
      this.#rest = buffer.subarray(written, buffer.indexOf(newline, written) + 1);
      this.#drop(1);
      this.#writeRest(fd);
      return;
    }
    if (whole < written && !cutTail(this.#target.path ?? "", fd, buffer.subarray(whole, written))) {
      // Somebody wrote behind it: the piece stays, and the line is written again on a line of its own.
      this.#file.checkedEnd = false;
    }
    throw noSpace();
  }

  #writeRest(fd: number): void {
    while (this.#rest !== undefined) {
      const written = writeWaiting(fd, this.#rest, false);
      this.#rest = written < this.#rest.length ? this.#rest.subarray(written) : undefined;
    }
  }

  #drop(count: number): void {
    for (const line of this.#lines.splice(0, count)) this.#waiting -= line.length + 1;
    this.#backlog.written(count);
  }

  #say(text: string): void {
    try {
      this.#target.say(text);
    } catch {
      // Being told is the last thing that may fail.
    }
  }
}

function records(count: number, one: string, more: string): string {
  return count === 1 ? `1 record ${one}` : `${count} records ${more}`;
}
