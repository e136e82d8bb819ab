/** Something that can end all commands of a flow and of the flows forked from it: a time limit, a capture's size, a reader that left. */

import type { Fault, ScriptExit } from "../faults/fault.ts";

/** What GNU timeout exits with. */
export const overdueStatus = 124;

export class Bound {
  readonly outer: Bound | null;
  /** Numbers of the commands started within, where all that they started must be found again; else null. */
  readonly numbers: number[] | null;
  /** What the flow is told once it has struck. */
  over: Fault | ScriptExit | null = null;
  /** The time for tidying up has passed, too. */
  closed = false;
  readonly #told = new Set<unknown>();

  constructor(outer: Bound | null, numbers: number[] | null = null) {
    this.outer = outer;
    this.numbers = numbers;
  }

  /** What is to be thrown in a thread of the script now: once in each, so that finally and defer run after it. */
  due(thread: unknown): Fault | ScriptExit | null {
    if (this.over === null) return null;
    if (this.closed) return this.over;
    if (this.#told.has(thread)) return null;
    this.#told.add(thread);
    return this.over;
  }
}
