/** Waiting for commands: SIGCHLD says that some ended, wait4 says which and how; only known ones are asked for (architecture). */

import { signalName } from "./errno.ts";
import type { Native } from "./native.ts";

/** How a command ended, and what it used. */
export interface Ending {
  /** 0 to 255, 128+n after a signal. */
  readonly status: number;
  readonly signal: string | null;
  /** CPU milliseconds. */
  readonly user: number;
  readonly system: number;
  /** Peak resident bytes: the command's, or the engine's own where that is more (exec counts the parent's in). */
  readonly memory: number;
}

const WNOHANG = 1;
const WUNTRACED = 2;
// wait(2): the low byte of a status that tells of a stop.
const stopped = 0x7f;
// SIGCHLD is enough; the sweep also keeps Node alive, which a signal's listener does not.
const sweepEvery = 1000;

export class Children {
  readonly #native: Native;
  readonly #live = new Map<number, (ending: Ending) => void>();
  readonly #stops = new Map<number, (signal: string) => void>();
  readonly #status = new Int32Array(new ArrayBuffer(256));
  readonly #usage = new DataView(new ArrayBuffer(256));
  readonly #usageMemory = new Uint8Array(this.#usage.buffer);
  readonly #timer: NodeJS.Timeout;
  readonly #onSignal = (): void => this.sweep();
  /** Commands that keep the engine alive: all but the watchdog and detached ones. */
  #wanted = 0;
  #isLast = false;

  constructor(native: Native) {
    this.#native = native;
    process.on("SIGCHLD", this.#onSignal);
    this.#timer = setInterval(this.#onSignal, sweepEvery).unref();
  }

  /** Calls `ended` once, when this child of ours has ended; `hold` keeps the engine alive until then. */
  watch(pid: number, hold: boolean, ended: (ending: Ending) => void): void {
    if (!hold) {
      this.#live.set(pid, ended);
      return;
    }
    this.#wanted += 1;
    if (this.#wanted === 1) this.#timer.ref();
    this.#live.set(pid, (ending) => {
      this.#wanted -= 1;
      if (this.#wanted === 0) this.#timer.unref();
      ended(ending);
    });
  }

  /** Calls `told` whenever a signal stops this child; the child must be watched. */
  watchStops(pid: number, told: (signal: string) => void): void {
    this.#stops.set(pid, told);
  }

  /** Collects whoever has ended. */
  sweep(): void {
    for (const [pid, ended] of this.#live) {
      if (this.#native.wait4(pid, this.#status, WNOHANG | WUNTRACED, this.#usageMemory) !== pid) continue;
      const word = this.#status[0] ?? 0;
      if ((word & 0xff) === stopped) {
        this.#stops.get(pid)?.(signalName(word >> 8));
        continue;
      }
      this.#live.delete(pid);
      this.#stops.delete(pid);
      ended(this.#ending());
    }
    if (this.#isLast && this.#live.size === 0) this.close();
  }

  get count(): number {
    return this.#live.size;
  }

  /** Stops listening once the last one has ended: nobody stays behind as a zombie of an engine that goes on. */
  closeBehind(): void {
    this.#isLast = true;
    this.sweep();
  }

  /** Stops listening; children that still run are no longer collected. */
  close(): void {
    process.off("SIGCHLD", this.#onSignal);
    clearInterval(this.#timer);
  }

  #ending(): Ending {
    const word = this.#status[0] ?? 0;
    const signal = word & 0x7f;
    const milliseconds = (at: number): number =>
      Number(this.#usage.getBigInt64(at, true)) * 1000 + Number(this.#usage.getBigInt64(at + 8, true)) / 1000;
    return {
      status: signal === 0 ? (word >> 8) & 0xff : 128 + signal,
      signal: signal === 0 ? null : signalName(signal),
      user: milliseconds(0),
      system: milliseconds(16),
      memory: Number(this.#usage.getBigInt64(32, true)) * 1024,
    };
  }
}
