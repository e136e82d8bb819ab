/** Where `print` writes: a descriptor with a buffer that is flushed ahead of every command, wait and end, and that never blocks the engine. */

import { constants, fstatSync, openSync, writeSync } from "node:fs";

const flushAt = 64 * 1024;
/** What may wait for a slow reader where the script gives it no time; beyond, the engine waits in place. */
const mostWaiting = 8 * 1024 * 1024;
const shortestPause = 1;
const longestPause = 20;

/** How messages call an output. */
export type OutputName = "standard output" | "error output";

// Outputs whose reader is slower than the script.
const stalled = new Set<Output>();

/** Whether some output waits for its reader: then a computing script should let time pass. */
export function isAnyStalled(): boolean {
  return stalled.size > 0;
}

/** Text for a descriptor. Nothing here touches process.stdout: that would make a shared descriptor non-blocking (architecture). */
export class Output {
  readonly fd: number;
  readonly name: OutputName;
  readonly #encode: (text: string) => Uint8Array;
  /** The same pipe or terminal through an open file of our own, which does not block; -1 before the first write. */
  #target = -1;
  #pending = "";
  #queue: Uint8Array[] = [];
  #at = 0;
  #size = 0;
  #timer: NodeJS.Timeout | undefined;
  #pause = shortestPause;
  #waiting: (() => void)[] = [];
  /** An error of a flush that nobody asked for: thrown at the next write or flush. */
  #failure: unknown;

  constructor(fd: number, encode: (text: string) => Uint8Array, name: OutputName = "standard output") {
    this.fd = fd;
    this.name = name;
    this.#encode = encode;
  }

  /** Adds text; throws the system's error when the descriptor cannot take it. */
  write(text: string): void {
    if (this.#pending === "") this.#flushSoon();
    this.#pending += text;
    if (this.#pending.length >= flushAt) this.flush();
  }

  /** Writes what can be written now; the rest follows. What could not be written is dropped, and the error thrown once. */
  flush(): void {
    this.#tell();
    if (this.#pending === "") return;
    const bytes = this.#encode(this.#pending);
    this.#pending = "";
    this.#queue.push(bytes);
    this.#size += bytes.length;
    if (this.#timer === undefined) this.#pump();
    while (this.#size > mostWaiting) {
      Atomics.wait(sleeper, 0, 0, longestPause);
      this.#pump();
    }
    this.#tell();
  }

  /** When all has been written, or cannot be: then `flush` tells. */
  drained(): Promise<void> {
    if (this.#size === 0) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Whether there is text to write, or a failure to tell of. */
  get hasPending(): boolean {
    return this.#pending !== "" || this.#size > 0 || this.#failure !== undefined;
  }

  /** Whether the reader is slower than the script. */
  get isStalled(): boolean {
    return this.#size > 0;
  }

  /** For outputs that write in a way of their own. */
  protected noteStalled(isStalled: boolean): void {
    if (isStalled) stalled.add(this);
    else stalled.delete(this);
  }

  #tell(): void {
    if (this.#failure === undefined) return;
    const failure = this.#failure;
    this.#failure = undefined;
    throw failure;
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

  #pump(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    try {
      if (this.#target < 0) this.#target = patientDescriptor(this.fd);
      if (this.fd < 0) throw Object.assign(new Error("closed"), { code: "EBADF" });
      for (let first = this.#queue[0]; first !== undefined; first = this.#queue[0]) {
        const written = writeSync(this.#target, first, this.#at);
        this.#pause = shortestPause;
        this.#at += written;
        this.#size -= written;
        if (this.#at < first.length) continue;
        this.#queue.shift();
        this.#at = 0;
      }
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code === "EAGAIN") return this.#later();
      this.#failure = thrown;
      this.#queue = [];
      this.#at = 0;
      this.#size = 0;
    }
    stalled.delete(this);
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  #later(): void {
    stalled.add(this);
    this.#timer = setTimeout(() => this.#pump(), this.#pause);
    this.#pause = Math.min(this.#pause * 2, longestPause);
  }
}

// /dev/null, /dev/full and their kin never wait for anybody.
const memoryDevices = 1;

const sleeper = new Int32Array(new SharedArrayBuffer(4));

/**
 * A pipe or terminal opened once more, not blocking: the descriptor itself is shared with others, who want it to block.
 * Files never make anybody wait; a socket, and what may not be opened anew, is written to as it is.
 */
function patientDescriptor(fd: number): number {
  try {
    const status = fstatSync(fd);
    const isMemory = status.isCharacterDevice() && status.rdev >> 8 === memoryDevices;
    if (isMemory || (!status.isFIFO() && !status.isCharacterDevice())) return fd;
    return openSync(`/proc/self/fd/${fd}`, constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  } catch {
    return fd;
  }
}
