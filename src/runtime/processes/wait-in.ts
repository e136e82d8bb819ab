/** Waiting in a flow for something that is no command in the foreground: signals and limits end the wait. */

import { Interruption } from "../faults/fault.ts";
import type { ScriptFlow } from "../flow.ts";
import { marksOf } from "./marks.ts";
import { type Processes, throwIfStopped } from "./processes.ts";

// How often a flow under a limit, or a background job, looks whether it has to end.
const lookEvery = 50;

/** What `work` gives; rejects with the Interruption when one arrives, or with the limit's fault. */
export function waitIn<T>(processes: Processes, flow: ScriptFlow, work: Promise<T>): Promise<T> {
  const { run } = processes;
  const { background, bound } = marksOf(flow);
  return new Promise((resolve, reject) => {
    const interrupted = (signal: string): void => {
      // Ctrl-C at a terminal is for the script, which ends its background jobs itself.
      if (signal === "SIGINT" && (background || !processes.certain)) return;
      if (background) return;
      run.interruption = null;
      processes.ending = signal;
      end(() => reject(new Interruption(signal)));
    };
    const timer = bound === null && !background ? undefined : setInterval(look, lookEvery);
    run.onInterrupt.add(interrupted);
    work.then(
      (value) => end(() => resolve(value)),
      (thrown: unknown) => end(() => reject(thrown)),
    );

    function look(): void {
      try {
        throwIfStopped(processes, flow);
      } catch (thrown) {
        end(() => reject(thrown));
      }
    }
    function end(settle: () => void): void {
      clearInterval(timer);
      run.onInterrupt.delete(interrupted);
      settle();
    }
  });
}
