/** Waiting in a flow for something that is no command in the foreground: signals and limits end the wait. */

import { Interruption } from "../faults/fault.ts";
import type { ScriptFlow } from "../flow.ts";
import { marksOf } from "./marks.ts";
import { isOver } from "./over.ts";
import { type Processes, throwIfStopped } from "./processes.ts";

// How often a flow under a limit, or a background job, looks whether it has to end.
const lookEvery = 50;

/** What `work` gives; rejects with the Interruption when one arrives, or with the limit's fault. */
export async function waitIn<T>(processes: Processes, flow: ScriptFlow, work: Promise<T>): Promise<T> {
  for (;;) {
    const result = await waitOnce(processes, flow, work);
    if (result !== struck) return result;
    // Thrown here, not in the timer: V8 knows here who waits, and a limit on the whole run makes its place of that.
    throwIfStopped(processes, flow);
  }
}

const struck = Symbol("struck");

/** As `waitIn`; gives way, again and again, once a limit around the flow has struck. */
function waitOnce<T>(processes: Processes, flow: ScriptFlow, work: Promise<T>): Promise<T | typeof struck> {
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
      if (isOver(flow)) return end(() => resolve(struck));
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
