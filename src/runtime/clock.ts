/** What time it is: for records, and for the script, whose clock a test may hold. */

/** Milliseconds since the epoch, with a fraction; steps of the wall clock during the run do not show. */
export function epochNow(): number {
  return performance.timeOrigin + performance.now();
}

/**
 * Milliseconds by a clock that no step of the wall clock moves, counted from a time that is nobody's.
 * By process.hrtime: `performance` is loaded at its first use, which takes longer than all else ahead of a first command.
 */
export function steadyNow(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1000 + nanoseconds / 1e6;
}

/** The script's clock: the system's, until a test sets it; then it stands still but for `advance`. */
export class ScriptClock {
  #held: number | null;

  constructor(held: number | null) {
    this.#held = held;
  }

  /** Whether a test holds it. */
  get isHeld(): boolean {
    return this.#held !== null;
  }

  /** Whole milliseconds since the epoch. */
  now(): number {
    return this.#held ?? Date.now();
  }

  /** Holds the clock at a time. */
  set(time: number): void {
    this.#held = time;
  }

  /** Goes on by so many milliseconds, and is held from then on. */
  advance(milliseconds: number): void {
    this.#held = this.now() + milliseconds;
  }
}
