/** A fault on its way through a script, and the two things that pass through a script without being faults. */

import type { Diagnosis, FaultKind, FaultValue, ServedGoal, Symptom } from "../../records/index.ts";
import { epochNow } from "../clock.ts";

/** A function's frame that a fault passed on its way out: the site that knows it, its arguments' values, and where it was called. */
export interface PassedFrame {
  readonly site: number;
  readonly call: number;
  readonly values: readonly unknown[];
}

// A recursion without end passes thousands of frames on its way out; the innermost and the outermost tell the story.
const mostInner = 50;
export const mostOuter = 6;

export class Fault extends Error implements FaultValue {
  readonly fault = true;
  readonly symptom: Symptom;
  readonly site: number;
  /** Of a pipeline: the stage that failed, from 0. */
  readonly stage: number;
  /** When it was detected: milliseconds since the epoch. */
  readonly time: number;
  /** The functions that it passed, innermost first; of very many the middle ones are left out. */
  readonly passed: PassedFrame[] = [];
  /** How many of them are left out, ahead of the last `mostOuter`. */
  leftOut = 0;
  /** What failed beside it in the same pipeline: recorded with it, not shown again. */
  readonly companions: Fault[] = [];
  /** The task that it failed in first. */
  task: string | undefined;
  /** The goal that was served where it failed; null and undefined where there was none. */
  goal: ServedGoal | null | undefined;
  /** A `retry` around it had tries left, and is not for its class. */
  isNotRetried = false;
  /** A word of a command was refused, before anything was started. */
  ofWord = false;
  /** Its ErrorPoint was written; a fault that is thrown again gets another. */
  settled = false;
  readonly #diagnose: () => Diagnosis;
  #diagnosis: Diagnosis | undefined;

  constructor(diagnose: () => Diagnosis, site: number, symptom: Symptom, stage = 0) {
    super(symptom.message);
    this.symptom = symptom;
    this.site = site;
    this.stage = stage;
    this.time = epochNow();
    this.#diagnose = diagnose;
  }

  get kind(): FaultKind {
    return this.symptom.kind;
  }

  /** Takes a function that it leaves. */
  pass(frame: PassedFrame): void {
    this.passed.push(frame);
    if (this.passed.length <= mostInner + mostOuter) return;
    this.passed.splice(mostInner, 1);
    this.leftOut += 1;
  }

  /** Made on first need: a failure that a script accepts costs no probing. */
  get diagnosis(): Diagnosis {
    this.#diagnosis ??= this.#diagnose();
    return this.#diagnosis;
  }

  /** Of a pipeline in which another stage failed last: that one's status. */
  lastStatus: number | undefined;

  /** What `$?` is in a handler: the command's status, 128+n after a signal, else 1. */
  get status(): number {
    return this.lastStatus ?? this.symptom.status ?? 1;
  }
}

/** `exit n`: runs through finally and defer, and ends the flow that it stands in. */
export class ScriptExit extends Error {
  readonly status: number;
  /** The script said so; false where its output has lost its reader, which ends all of it. */
  readonly chosen: boolean;

  constructor(status: number, chosen = true) {
    super(`exit ${status}`);
    this.status = status;
    this.chosen = chosen;
  }
}

/** An `exit` of the script itself: it ends the innermost group, capture or job around it (language 3). */
export function isExit(thrown: unknown): thrown is ScriptExit {
  return thrown instanceof ScriptExit && thrown.chosen;
}

/** What ended a run is no signal: what let it run has ended. */
export const consentEnded = "the agreement";

/** A signal asked the run to end: runs through finally and defer, is caught by nothing else. */
export class Interruption extends Error {
  readonly signal: string;

  constructor(signal: string) {
    super(`interrupted by ${signal}`);
    this.signal = signal;
  }
}
