/** Where `print` writes: a descriptor with a buffer that is flushed ahead of every command, wait and end. */

import { writeSync } from "node:fs";

const flushAt = 64 * 1024;

/** Text for a descriptor. Nothing here touches process.stdout: that would make a shared descriptor non-blocking (architecture). */
export class Output {
  readonly fd: number;
  readonly #encode: (text: string) => Uint8Array;
  #pending = "";
  /** An error of a flush that nobody asked for: thrown at the next write or flush. */
  #failure: unknown;

  constructor(fd: number, encode: (text: string) => Uint8Array) {
    this.fd = fd;
    this.#encode = encode;
  }

  /** Adds text; throws the system's error when the descriptor cannot take it. */
  write(text: string): void {
    if (this.#pending === "") this.#flushSoon();
    this.#pending += text;
    if (this.#pending.length >= flushAt) this.flush();
  }

  /** Writes everything that waits; what could not be written is dropped, and the error thrown once. */
  flush(): void {
    if (this.#failure !== undefined) {
      const failure = this.#failure;
      this.#failure = undefined;
      throw failure;
    }
    if (this.#pending === "") return;
    const bytes = this.#encode(this.#pending);
    this.#pending = "";
    writeAll(this.fd, bytes);
  }

  /** Whenever the script waits, what it wrote is seen: also ahead of a sleep, or of a job's own output. */
  #flushSoon(): void {
    setImmediate(() => {
      try {
        this.flush();
      } catch (thrown) {
        this.#failure = thrown;
      }
    });
  }

  /** Whether there is text to write, or a failure to tell of. */
  get hasPending(): boolean {
    return this.#pending !== "" || this.#failure !== undefined;
  }
}

const pause = new Int32Array(new SharedArrayBuffer(4));

/** Writes all bytes, waiting where a non-blocking descriptor (a terminal or pipe that another process made so) is full. */
export function writeAll(fd: number, bytes: Uint8Array): void {
  let at = 0;
  let delay = 1;
  while (at < bytes.length) {
    try {
      at += writeSync(fd, bytes, at, bytes.length - at);
      delay = 1;
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code !== "EAGAIN") throw thrown;
      Atomics.wait(pause, 0, 0, delay);
      delay = Math.min(delay * 2, 20);
    }
  }
}
