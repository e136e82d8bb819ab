/** One pipe of ours in a command's error output: what comes is written on as the command writes it, and its end kept. */

import { closeSync } from "node:fs";
import { keptOfErrorOutput, textWritten } from "./error-view.ts";
import type { Native } from "./native.ts";
import { PatientWriter } from "./patient-writer.ts";
import { PipeMover } from "./pipe-mover.ts";
import { PipeReader } from "./pipe-reader.ts";
import { eventsOf, POLLHUP, POLLIN } from "./poll.ts";

const mostWaiting = 64 * 1024;

export class Relay {
  readonly readEnd: number;
  readonly writeEnd: number;
  readonly target: number;
  readonly #native: Native;
  readonly #writer: PatientWriter;
  readonly #reader: PipeReader;
  readonly #mover: PipeMover;
  #tail: Buffer = Buffer.alloc(0);

  constructor(native: Native, pipe: readonly [number, number], target: number) {
    this.#native = native;
    [this.readEnd, this.writeEnd] = pipe;
    this.target = target;
    this.#writer = new PatientWriter(native, target);
    this.#mover = new PipeMover(native, this.readEnd, target);
    this.#reader = new PipeReader(native, this.readEnd, (bytes) => this.#take(bytes));
  }

  get isBroken(): boolean {
    return this.#reader.isClosed;
  }

  begin(): void {
    this.#tail = Buffer.alloc(0);
    this.#reader.expect();
  }

  /** Reads what is there, and gives the tail once it has been written on. */
  finish(): string | Promise<string> {
    this.#reader.relax();
    this.#reader.drain();
    if (this.#writer.pending === 0) return this.#text();
    return this.#finishLater();
  }

  async #finishLater(): Promise<string> {
    while (this.#writer.pending > 0) {
      await this.#writer.drained();
      this.#reader.resume();
      this.#reader.drain();
    }
    return this.#text();
  }

  /** Closes the engine's write end; whether somebody else still holds one. */
  close(): boolean {
    closeSync(this.writeEnd);
    this.#reader.drain();
    return !this.#reader.ended && hasWriters(this.#native, this.readEnd);
  }

  destroy(): void {
    this.#reader.close();
  }

  #text(): string {
    return this.#tail.length === 0 ? "" : textWritten(this.#tail);
  }

  #take(bytes: Uint8Array): void {
    const copy = Buffer.from(bytes);
    this.#tail =
      copy.length >= keptOfErrorOutput
        ? copy.subarray(-keptOfErrorOutput)
        : Buffer.concat([this.#tail, copy]).subarray(-keptOfErrorOutput);
    this.#writer.push(copy);
    if (this.#writer.broken !== null) {
      // Nobody reads the error output any more: whoever writes to it is told so, as without a relay.
      this.#reader.close();
      return;
    }
    if (copy.length === mostWaiting && this.#writer.pending === 0) this.#mover.move(keptOfErrorOutput);
    // A reader that is slower than the command slows the command down, not the engine.
    if (this.#writer.pending < mostWaiting) return;
    this.#reader.pause();
    void this.#writer.drained().then(() => this.#reader.resume());
  }
}

/** Whether anybody still holds a pipe's write end. */
function hasWriters(native: Native, readEnd: number): boolean {
  return (eventsOf(native, readEnd, POLLIN) & POLLHUP) === 0;
}
