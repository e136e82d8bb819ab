/** Moving what waits in one pipe on into another within the kernel: much output costs the engine no copy. */

import { fstatSync } from "node:fs";
import { steadyNow } from "../clock.ts";
import type { Native } from "./native.ts";
import { eventsOf, POLLOUT } from "./poll.ts";

const FIONREAD = 0x541b;
const F_SETPIPE_SZ = 1031;
const SPLICE_F_NONBLOCK = 2;
/** How much may wait in the pipe that a command writes to, once it writes much. */
const wide = 1024 * 1024;
/** How long the event loop is left alone at most, and how long it waits for the reader, in milliseconds. */
const longest = 10;
const patience = 1;

export class PipeMover {
  readonly #native: Native;
  readonly #from: number;
  readonly #to: number;
  readonly #canMove: boolean;
  readonly #words = new Int32Array(new ArrayBuffer(256));
  #isWide = false;

  constructor(native: Native, from: number, to: number) {
    this.#native = native;
    this.#from = from;
    this.#to = to;
    this.#canMove = isPipe(to);
  }

  /** Moves all but the last `keep` bytes that wait, as long as the reader takes them. Whatever stands in the way, the next write meets it, too. */
  move(keep: number): void {
    if (!this.#canMove) return;
    if (!this.#isWide) this.#native.fcntl(this.#from, F_SETPIPE_SZ, wide);
    this.#isWide = true;
    const until = steadyNow() + longest;
    for (let size = this.#waiting() - keep; size > 0 && steadyNow() < until; size = this.#waiting() - keep) {
      const moved = this.#native.splice(this.#from, null, this.#to, null, size, SPLICE_F_NONBLOCK);
      if (moved <= 0 && eventsOf(this.#native, this.#to, POLLOUT, patience) !== POLLOUT) return;
    }
  }

  #waiting(): number {
    return this.#native.ioctl(this.#from, FIONREAD, this.#words) === 0 ? (this.#words[0] ?? 0) : 0;
  }
}

function isPipe(fd: number): boolean {
  try {
    return fstatSync(fd).isFIFO();
  } catch {
    return false;
  }
}
