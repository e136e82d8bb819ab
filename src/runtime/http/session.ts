/** The time of one call: what it is doing, since when, and the end of all of it when its time is over. */

import { steadyNow } from "../clock.ts";
import { showDuration } from "../control/texts.ts";
import { Refusal } from "../files/refusal.ts";

interface Destroyable {
  destroy(): unknown;
}

// setTimeout takes 31 bits; nobody waits longer for one answer.
const longestTimer = 2 ** 31 - 1;

export class Session {
  #phase = "";
  #since = steadyNow();
  readonly #parts = new Set<Destroyable>();
  #strike: (refusal: Refusal) => void = () => {};
  readonly #struck: Promise<never>;
  readonly #timer: NodeJS.Timeout;
  /** Limits of single phases, beside that of the whole. */
  #phaseTimer: NodeJS.Timeout | undefined;

  /** `limit` in milliseconds, above 0. */
  constructor(limit: number) {
    this.#struck = new Promise<never>((_, reject) => {
      this.#strike = reject;
    });
    // Nobody may be waiting at that moment.
    this.#struck.catch(() => {});
    this.#timer = setTimeout(() => this.#strike(this.#late(limit)), Math.min(limit, longestTimer));
  }

  /** Says what is done from now on, as messages tell it: `connecting to "a.example:443"`. */
  enter(phase: string): void {
    this.#phase = phase;
    this.#since = steadyNow();
  }

  /** What `work` gives, unless the time is over before. */
  within<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.#struck]);
  }

  /** From now on nothing may stand still for so long; called again at each sign of life. */
  stir(milliseconds: number): void {
    if (this.#phaseTimer !== undefined) {
      this.#phaseTimer.refresh();
      return;
    }
    this.#phaseTimer = setTimeout(
      () =>
        this.#strike(
          new Refusal(
            "TimeoutFault",
            `${this.#phase} stood still: not a byte came within ${showDuration(milliseconds)}`,
          ),
        ),
      milliseconds,
    );
  }

  /** Takes something that must not outlive the call. */
  own<T extends Destroyable>(part: T): T {
    this.#parts.add(part);
    return part;
  }

  /** Something else owns it from now on. */
  release(part: Destroyable): void {
    this.#parts.delete(part);
  }

  /** Ends the call: what is still open is closed. */
  end(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#phaseTimer);
    // What stands on another goes first.
    for (const part of [...this.#parts].reverse()) part.destroy();
    this.#parts.clear();
  }

  #late(limit: number): Refusal {
    const spent = showDuration(Math.round(steadyNow() - this.#since));
    return new Refusal(
      "TimeoutFault",
      `${this.#phase} had taken ${spent} when the limit of ${showDuration(limit)} ended it`,
    );
  }
}

/** The time that a call may take. Refuses what is none. */
export function checkLimit(milliseconds: number): number {
  if (milliseconds > 0) return milliseconds;
  throw new Refusal("ArgumentFault", "a time limit must be above 0", "EINVAL", "timeout");
}
