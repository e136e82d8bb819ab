/** Asks ahead of each change whether what lets the run change something still holds (docs/agreement/gate.md). */

import { consentEnded, Interruption } from "./faults/fault.ts";
import type { Run } from "./run.ts";

/** The agreement has ended under way: a plan is taken back, or left to be resumed. */
export class ConsentEnd extends Interruption {
  readonly pauses: boolean;

  constructor(pauses: boolean) {
    super(consentEnded);
    this.pauses = pauses;
  }
}

const over = new WeakSet<Run>();

/** Throws where it has ended; what is done from then on, to clean up and to take back, is let through. */
export function askToChange(run: Run): void {
  const { consent } = run.options;
  if (consent === undefined || over.has(run)) return;
  const ended = consent.ended();
  if (ended === undefined) return;
  over.add(run);
  run.options.tell?.(ended);
  throw new ConsentEnd(consent.outlived === "pause");
}
