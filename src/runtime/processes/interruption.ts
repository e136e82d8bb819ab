/** What a signal to the engine means for the pipeline that it came upon (architecture: the terminal). */

import { Interruption } from "../faults/fault.ts";
import type { ScriptFlow } from "../flow.ts";
import { endEverything } from "./end-everything.ts";
import type { Live } from "./live.ts";
import { marksOf } from "./marks.ts";
import type { Outcome } from "./outcome.ts";
import { isOver } from "./over.ts";
import { type Processes, throwIfStopped } from "./processes.ts";
import type { Judged } from "./verdict.ts";

// Milliseconds between a command's death by a signal to its group and the engine's own notice of that signal, at most.
const patience = 100;
const fromOutside: ReadonlySet<string | null> = new Set(["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"]);
const further: ReadonlySet<string | null> = new Set(["SIGINT"]);

/**
 * Waits a moment where a command died of a signal that the engine may be about to see too.
 * The terminal and systemd signal all processes of a group in turn: a command's death can be known first.
 */
export async function signalToCome({ run, ending }: Processes, flow: ScriptFlow, { outcomes }: Judged): Promise<void> {
  // What a limit ended died of it.
  if (run.interruption !== null || marksOf(flow).background || isOver(flow)) return;
  // While the script tidies up, a further Ctrl-C ends the engine at once; other signals come from what ends everything.
  const awaited = ending === null ? fromOutside : further;
  if (!outcomes.some(({ signal, trouble }) => trouble === null && awaited.has(signal))) return;
  await new Promise<void>((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      run.onInterrupt.delete(done);
      resolve();
    };
    // On a busy host the engine may have slept through all of it: what has come meanwhile is read first.
    const timer = setTimeout(() => setImmediate(() => setImmediate(done)), patience);
    run.onInterrupt.add(done);
  });
}

/**
 * After Ctrl-C the script ends unless a command dealt with it: one that catches the signal and then ends well, or that
 * was the last of its pipeline to look at it. TERM and HUP always end it (architecture: the terminal).
 */
export async function stopIfInterrupted(
  processes: Processes,
  live: Live,
  flow: ScriptFlow,
  judged: Judged,
): Promise<void> {
  const { run } = processes;
  const { background } = marksOf(flow);
  // A job is told once, and leaves it to the script itself to be told.
  if (background) return throwIfStopped(processes, flow);
  const signal = run.interruption;
  if (signal === null) return;
  const last = judged.outcomes.at(-1);
  if (signal === "SIGINT" && !processes.certain && last !== undefined && !endsOfInterrupt(last)) {
    run.interruption = null;
    processes.signalled = null;
    return;
  }
  run.interruption = null;
  processes.ending = signal;
  const numbers = judged.outcomes.map((outcome) => outcome.number).filter((number) => number > 0);
  await endEverything(run, live, numbers, run.options.grace, []);
  throw new Interruption(signal);
}

// What many programs exit with that catch the signal to tidy up first.
const interruptStatus = 128 + 2;

function endsOfInterrupt({ signal, status, thrown, trouble }: Outcome): boolean {
  // EINTR: it was still waiting for a file to open.
  if (signal === "SIGINT" || thrown instanceof Interruption || trouble?.errno === "EINTR") return true;
  return trouble === null && (status === interruptStatus || status === rsyncInterrupted);
}

// rsync(1): "Received SIGUSR1 or SIGINT".
const rsyncInterrupted = 20;
