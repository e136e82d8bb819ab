/** The books of a syslog sink: what waits in memory, what was sent and may not have arrived, and what waits on disk. */

import type { DiskQueue } from "../queue/disk-queue.ts";
import type { QueueFile } from "../queue/queue-file.ts";
import type { Waiting } from "./message.ts";

export interface Entry extends Waiting {
  /** Of a record from the queue: its file, and the place behind it. */
  readonly file?: QueueFile;
  readonly end?: number;
}

export class Ledger {
  /** Absent where nothing is kept on disk. */
  readonly #queue: DiskQueue | undefined;
  #fresh: Entry[] = [];
  #size = 0;
  /** Handed to a channel, or about to be, and not known to have arrived; oldest first. */
  #sent: Entry[] = [];

  constructor(queue: DiskQueue | undefined) {
    this.#queue = queue;
  }

  /** Characters that wait in memory. */
  get size(): number {
    return this.#size;
  }

  get hasFresh(): boolean {
    return this.#fresh.length > 0;
  }

  get hasSent(): boolean {
    return this.#sent.length > 0;
  }

  /** Whether records of this run have not arrived. */
  get isLeft(): boolean {
    return this.hasFresh || this.hasSent || this.#queue?.hasOwn === true;
  }

  /** Whether anything is to be sent, the queue's records too. */
  get hasWork(): boolean {
    return this.hasFresh || this.hasSent || this.#queue?.hasBacklog === true;
  }

  /** Whether records went to the queue on disk that now stand ahead of those in memory. */
  get hasSpilled(): boolean {
    return this.#queue?.ownWaits === true;
  }

  add(json: string): void {
    this.#fresh.push({ pid: process.pid, json });
    this.#size += json.length;
  }

  /** The next record in memory; from now on it counts as sent. */
  nextFresh(): Entry | undefined {
    const entry = this.#fresh.shift();
    if (entry === undefined) return undefined;
    this.#size -= entry.json.length;
    this.#sent.push(entry);
    return entry;
  }

  /** The records that wait on disk, in order; each counts as sent from then on. */
  *queued(): Generator<Entry> {
    for (let file = this.#queue?.next(); file !== undefined; file = this.#queue?.next()) {
      const from = file;
      for (const record of from.read()) {
        const entry = { ...record, file: from };
        this.#sent.push(entry);
        yield entry;
      }
    }
  }

  /** The oldest `count` of those that were sent have arrived. */
  arrived(count: number): void {
    for (const { file, end } of this.#sent.splice(0, count)) file?.advance(end ?? 0);
    this.#queue?.save();
  }

  /** What was sent has not arrived: it goes back to where it came from, in order. */
  putBack(): void {
    const back = this.#sent.filter((entry) => entry.file === undefined);
    this.#sent = [];
    this.#queue?.rewind();
    if (back.length === 0) return;
    if (this.#queue?.hasOwn === true && this.#queue.prepend(process.pid, jsonOf(back)) > 0) return;
    this.#fresh.unshift(...back);
    for (const entry of back) this.#size += entry.json.length;
  }

  /** Moves what waits in memory to the queue on disk, where that takes it. */
  spill(): void {
    if (this.#queue === undefined || this.#queue.append(process.pid, jsonOf(this.#fresh)) === 0) return;
    this.#fresh = [];
    this.#size = 0;
  }

  /** At the end, however it comes: all that may not have arrived goes to the queue, for the next run. How many records were lost. */
  keep(): number {
    this.putBack();
    this.spill();
    const lost = this.#fresh.length;
    this.#fresh = [];
    this.#queue?.release();
    return lost;
  }
}

function jsonOf(entries: readonly Entry[]): readonly string[] {
  return entries.map((entry) => entry.json);
}
