/** Waiting that an interruption or a time limit ends, and letting the event loop turn (architecture: endless loops). */

import { steadyNow } from "../clock.ts";
import { Interruption } from "../faults/fault.ts";
import type { ScriptFlow } from "../flow.ts";
import { isAnyStalled } from "../output.ts";
import { marksOf } from "../processes/marks.ts";
import { processesOf, throwIfStopped } from "../processes/processes.ts";
import type { Run } from "../run.ts";

// setTimeout takes 31 bits; a longer time is waited for in parts.
const longestTimer = 2 ** 30;
// How often a flow under a time limit, or a background job, looks whether it has to end.
const lookEvery = 50;

/** Waits so many milliseconds in a flow (null: in whichever); rejects with the Interruption when one arrives, or with the limit's fault. */
export async function pause(run: Run, milliseconds: number, flow: ScriptFlow | null): Promise<void> {
  const marks = flow === null ? null : marksOf(flow);
  const longest = marks !== null && (marks.bound !== null || marks.background) ? lookEvery : longestTimer;
  const until = steadyNow() + milliseconds;
  for (let rest = milliseconds; rest > 0; rest = until - steadyNow()) {
    throwIfAsked(run, flow);
    await pauseOnce(run, Math.min(rest, longest), marks?.background === true);
  }
  run.lastBreath = steadyNow();
  throwIfAsked(run, flow);
}

/** As `pause`, by the script's own clock: where a test holds that, no time passes but on it. */
export async function pauseOnClock(run: Run, milliseconds: number, flow: ScriptFlow | null): Promise<void> {
  if (!run.clock.isHeld) return pause(run, milliseconds, flow);
  run.clock.advance(Math.max(0, milliseconds));
  // Jobs and commands have their turn, as in any wait.
  await turn(run, flow);
}

function pauseOnce(run: Run, milliseconds: number, background: boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const interrupted = (signal: string): void => {
      // Ctrl-C at a terminal is for the script, which ends its background jobs itself.
      if (background && signal === "SIGINT") return;
      clearTimeout(timer);
      run.onInterrupt.delete(interrupted);
      run.interruption = null;
      processesOf(run).ending = signal;
      reject(new Interruption(signal));
    };
    const timer = setTimeout(() => {
      run.onInterrupt.delete(interrupted);
      resolve();
    }, milliseconds);
    run.onInterrupt.add(interrupted);
  });
}

/** One turn of the event loop: timers, signals and ended processes get their say. */
export async function turn(run: Run, flow: ScriptFlow | null): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  run.lastBreath = steadyNow();
  throwIfAsked(run, flow);
}

// Milliseconds of computing after which signals and time limits get their say.
const budget = 10;

/** Whether the event loop has not turned for so long that it should, or a reader has to catch up. */
export function isDue(run: Run): boolean {
  return isAnyStalled() || steadyNow() - run.lastBreath > budget;
}

// Told once, so that finally and defer can run after it.
function throwIfAsked(run: Run, flow: ScriptFlow | null): void {
  if (flow !== null) return throwIfStopped(processesOf(run), flow);
  const signal = run.interruption;
  if (signal === null) return;
  run.interruption = null;
  processesOf(run).ending = signal;
  throw new Interruption(signal);
}
