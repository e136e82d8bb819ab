/** Writing to a pipe or socket without ever blocking the engine, although the descriptor itself blocks (commands share it, so it must). */

import { errnoName } from "./errno.ts";
import type { Native } from "./native.ts";
import { eventsOf, POLLOUT } from "./poll.ts";

// POSIX: what poll(2) calls writable takes so many bytes of a pipe at once.
const atOnce = 4096;
const shortestPause = 1;
const longestPause = 10;

export class PatientWriter {
  readonly #native: Native;
  readonly #fd: number;
  #queue: Uint8Array[] = [];
  #at = 0;
  #pause = shortestPause;
  #timer: NodeJS.Timeout | null = null;
  #waiting: (() => void)[] = [];
  /** Why nothing more can be written: "EPIPE" once the reader has gone. */
  broken: string | null = null;
  /** Bytes that wait. */
  pending = 0;

  constructor(native: Native, fd: number) {
    this.#native = native;
    this.#fd = fd;
  }

  /** Takes bytes and writes what can be written now; the rest follows. */
  push(bytes: Uint8Array): void {
    if (bytes.length === 0 || this.broken !== null) return;
    this.#queue.push(bytes);
    this.pending += bytes.length;
    if (this.#timer === null) this.#pump();
  }

  /** When all is written, or cannot be. */
  drained(): Promise<void> {
    if (this.pending === 0) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #pump(): void {
    this.#timer = null;
    for (let first = this.#queue[0]; first !== undefined; first = this.#queue[0]) {
      const part = first.subarray(this.#at, this.#at + atOnce);
      const written =
        eventsOf(this.#native, this.#fd, POLLOUT) !== 0 ? this.#native.write(this.#fd, part, part.length) : 0;
      if (written < 0 && !this.#isTemporary()) return this.#break();
      if (written <= 0) {
        this.#timer = setTimeout(() => this.#pump(), this.#pause);
        this.#pause = Math.min(this.#pause * 2, longestPause);
        return;
      }
      this.#pause = shortestPause;
      this.#at += written;
      this.pending -= written;
      if (this.#at < first.length) continue;
      this.#queue.shift();
      this.#at = 0;
    }
    this.#tell();
  }

  #isTemporary(): boolean {
    const name = errnoName(this.#native.errno());
    if (name === "EAGAIN" || name === "EINTR") return true;
    this.broken = name;
    return false;
  }

  #break(): void {
    this.#queue = [];
    this.#at = 0;
    this.pending = 0;
    this.#tell();
  }

  #tell(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const tell of waiting) tell();
  }
}
