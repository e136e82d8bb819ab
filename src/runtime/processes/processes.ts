/** The commands of one run: what is loaded, what is running, and what the run still waits for. */

import { Interruption } from "../faults/fault.ts";
import type { ScriptFlow } from "../flow.ts";
import type { Run } from "../run.ts";
import type { Job } from "./job.ts";
import type { Live } from "./live.ts";
import { marksOf } from "./marks.ts";
import { throwIfOver } from "./over.ts";

export interface Processes {
  readonly run: Run;
  /** Null before the first command. */
  live: Live | null;
  /** Jobs that nobody has joined or detached. */
  readonly jobs: Set<Job>;
  readonly detached: Set<Job>;
  /** /dev/null for reading, opened once: what jobs have as their input. */
  nothing: number | null;
  /** The signal that interrupted the run, once it is certain that the run ends of it. */
  ending: string | null;
  /** The last signal that asked the run to end, unless a command dealt with it. */
  signalled: string | null;
  /** Whether the last interruption ends the script whatever the running command makes of it. */
  certain: boolean;
  /** Whether HUP has come: a closing terminal tells it several times over, and finally's commands are not to die of the next. */
  hungUp: boolean;
  /** The flow that the script started in. */
  main: ScriptFlow | null;
}

const all = new WeakMap<Run, Processes>();

export function processesOf(run: Run): Processes {
  let found = all.get(run);
  if (found === undefined) {
    found = {
      run,
      live: null,
      jobs: new Set(),
      detached: new Set(),
      nothing: null,
      ending: null,
      signalled: null,
      certain: true,
      hungUp: false,
      main: null,
    };
    all.set(run, found);
  }
  return found;
}

/** Whether an interruption is ending the run. */
export function isEnding(run: Run): boolean {
  return processesOf(run).ending !== null;
}

/** Throws what keeps a flow from starting anything more: an interruption, or a time limit that has struck. */
export function throwIfStopped(processes: Processes, flow: ScriptFlow): void {
  const { run } = processes;
  const { background, job } = marksOf(flow);
  const signal = run.interruption;
  if (signal !== null && !background) {
    run.interruption = null;
    processes.ending = signal;
    throw new Interruption(signal);
  }
  if (background) {
    // Ctrl-C at a terminal is for the script, which ends its background jobs itself.
    const ending = processes.ending ?? (signal === "SIGINT" ? null : signal);
    // Told once, so that the job's finally and defer run.
    if (ending !== null && (job === null || job.closed || !job.told)) {
      if (job !== null) job.told = true;
      throw new Interruption(ending);
    }
  }
  throwIfOver(flow);
}
