/** A queue's records as lines for a sink that writes them at once, ahead of its own. */

import type { DiskQueue } from "./disk-queue.ts";
import type { QueueFile } from "./queue-file.ts";

export class Backlog {
  readonly #queue: DiskQueue | undefined;
  /** Where each line that was taken ends in its file. */
  #taken: { readonly file: QueueFile; readonly end: number }[] = [];
  /** Whether it is to be seen if records wait. */
  isDue = true;

  constructor(queue: DiskQueue | undefined) {
    this.#queue = queue;
  }

  /** Looks again, at the end of a run: whether records wait. */
  look(): void {
    this.isDue = this.#queue?.hasBacklog === true;
  }

  /** The lines that wait, in order. */
  take(): readonly string[] {
    if (this.#queue === undefined || !this.isDue) return [];
    this.isDue = false;
    const lines: string[] = [];
    for (let file = this.#queue.next(); file !== undefined; file = this.#queue.next()) {
      const from = file;
      for (const { json, end } of from.read()) {
        lines.push(json);
        this.#taken.push({ file: from, end });
      }
    }
    return lines;
  }

  /** So many lines were written, those that were taken first. */
  written(count: number): void {
    const written = this.#taken.splice(0, count);
    if (written.length === 0) return;
    for (const { file, end } of written) file.advance(end);
    this.#queue?.save();
  }

  /** The lines that were taken and not written are left in the queue: how many these are. */
  putBack(): number {
    const count = this.#taken.length;
    this.#taken = [];
    if (count > 0) this.#queue?.rewind();
    this.isDue ||= count > 0;
    return count;
  }

  /** Puts lines behind those that wait; how many were kept. */
  append(lines: readonly string[]): number {
    const kept = this.#queue?.append(process.pid, lines) ?? 0;
    this.isDue ||= kept > 0;
    return kept;
  }

  /** Lets go of the queue at the end of a run: whether some of the run's own lines stay in it. */
  release(): boolean {
    const isKept = this.#queue?.hasOwn === true;
    this.#queue?.release();
    return isKept;
  }
}
