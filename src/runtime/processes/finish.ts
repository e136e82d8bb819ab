/** The end of a run's commands: jobs are joined, daemons recorded, and nothing of the engine's stays behind (language 3). */

import { closeSync, openSync } from "node:fs";
import { Interruption } from "../faults/fault.ts";
import { forget, settle } from "../faults/settle.ts";
import { flushOutputs } from "../files/standard-output.ts";
import type { Run } from "../run.ts";
import { endEverything } from "./end-everything.ts";
import type { Job } from "./job.ts";
import type { Live } from "./live.ts";
import { marksOf } from "./marks.ts";
import { packStrings } from "./memory.ts";
import { isFault } from "./outcome.ts";
import { onlyTracersHold, recordDaemon } from "./pipe-holders.ts";
import { daemonsOf } from "./process-table.ts";
import { type Processes, processesOf } from "./processes.ts";
import { settleOutputs } from "./stage-output.ts";
import { waitIn } from "./wait-in.ts";

/** Ends a run's commands, however the script ended. Throws the first failure of a job that nobody joined, of an output, or an interruption. */
export async function finishProcesses(run: Run): Promise<void> {
  const processes = processesOf(run);
  const failures: unknown[] = [];
  await flushMain(processes, failures);
  if (run.options.test !== undefined) await endLeft(processes, failures);
  await joinAll(processes, failures);
  for (const act of run.atEnd.splice(0).reverse()) {
    try {
      await act();
    } catch (thrown) {
      failures.push(thrown);
    }
  }
  await flushMain(processes, failures);
  await leaveDetached(processes, failures);
  if (run.options.test !== undefined && processes.live !== null) await endAll(run, processes.live);
  if (processes.live !== null) await closeLive(processes, processes.live);
  if (processes.nothing !== null) closeSync(processes.nothing);
  processes.nothing = null;
  const [first, ...others] = failures;
  for (const other of others) if (isFault(other) && other !== first) settle(run, other, false);
  if (first !== undefined) throw first;
}

/** At the end of a test nobody waits for its jobs: those that have failed by then fail it, what still runs is ended. */
async function endLeft(processes: Processes, failures: unknown[]): Promise<void> {
  for (const job of [...processes.jobs]) {
    if (job.isRunning()) continue;
    processes.jobs.delete(job);
    const failure = await job.failure();
    if (failure !== undefined) failures.push(failure);
  }
  if (processes.jobs.size === 0 && processes.detached.size === 0) return;
  processes.detached.clear();
  await endJobs(processes, "SIGTERM");
}

/** Everything that a test has started, whatever became of its parents. */
async function endAll(run: Run, live: Live): Promise<void> {
  const numbers = Array.from({ length: Math.min(run.commandCount, mostLooked) }, (_, index) => index + 1);
  if (numbers.length > 0) await endEverything(run, live, numbers, run.options.grace, []);
}

// Looking for more would take longer than it is worth: the process table is compared with each.
const mostLooked = 10_000;

/** Waits until what the script printed is written; once the run ends of a signal, only so long as commands have to end. */
async function flushMain(processes: Processes, failures: unknown[]): Promise<void> {
  const { main, run } = processes;
  if (main === null) return;
  try {
    if (processes.ending === null) await settleOutputs(processes, main);
    else {
      flushOutputs(run, main);
      const written = Promise.all([main.stdout.drained(), main.stderr.drained()]);
      await Promise.race([written, new Promise((resolve) => setTimeout(resolve, run.options.grace))]);
    }
  } catch (thrown) {
    failures.push(thrown);
  }
}

/** Waits for the jobs, until an interruption ends them. */
async function joinAll(processes: Processes, failures: unknown[]): Promise<void> {
  const { run } = processes;
  if (processes.signalled !== null) await endJobs(processes, processes.signalled);
  while (processes.jobs.size > 0) {
    const job = processes.jobs.values().next().value as Job;
    processes.jobs.delete(job);
    let stopped: string | null = null;
    const onSignal = (signal: string): void => {
      stopped = signal;
      void endJobs(processes, signal);
    };
    run.onInterrupt.add(onSignal);
    const failure = await lastOf(processes, job);
    run.onInterrupt.delete(onSignal);
    if (stopped !== null) {
      forget(run, failure);
      run.interruption = null;
      failures.unshift(new Interruption(stopped));
    } else if (processes.signalled === null) {
      if (failure !== undefined) failures.push(failure);
    } else forget(run, failure);
  }
}

/** What a job threw; once the run ends of a signal, its finally and defer have the time of grace. */
async function lastOf(processes: Processes, job: Job): Promise<unknown> {
  const { run } = processes;
  let timer: NodeJS.Timeout | undefined;
  const failure = job.failure();
  for (;;) {
    if (processes.ending === null) {
      const turn = new Promise<typeof looked>((resolve) => {
        timer = setTimeout(() => resolve(looked), lookEvery);
      });
      const first = await Promise.race([failure, turn]);
      clearTimeout(timer);
      if (first !== looked) return first;
      continue;
    }
    const over = new Promise<typeof looked>((resolve) => {
      timer = setTimeout(() => resolve(looked), run.options.grace);
    });
    const first = await Promise.race([failure, over]);
    clearTimeout(timer);
    if (first !== looked) return first;
    job.close();
    await endJobs(processes, processes.ending);
  }
}

const looked = Symbol("looked");
// How often the wait for a job looks whether the run ends.
const lookEvery = 50;

/** Detached programs outlive the engine once they run; a list, a group, a limit or `>=` needs it to the end. */
async function leaveDetached(processes: Processes, failures: unknown[]): Promise<void> {
  for (const job of processes.detached) {
    if (!job.isAlone && processes.main !== null && processes.signalled === null) {
      try {
        await waitIn(processes, processes.main, job.failure());
      } catch (thrown) {
        failures.push(thrown);
      }
    }
    while (job.isRunning() && job.pid === 0 && processes.signalled === null) {
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }
}

/** What an interruption leaves nobody to wait for; a job that was told tidies up. */
async function endJobs(processes: Processes, signal: string): Promise<void> {
  processes.ending = signal;
  processes.signalled = signal;
  const { run, live } = processes;
  if (live === null) return;
  const roots = [...live.commands].filter((command) => {
    const { job } = marksOf(command.flow);
    return !live.isLetBe(command) && (job === null || job.closed || !job.told);
  });
  if (roots.length === 0) return;
  await endEverything(
    run,
    live,
    roots.map((root) => root.number),
    run.options.grace,
    roots,
  );
}

async function closeLive(processes: Processes, live: Live): Promise<void> {
  const { run } = processes;
  const tracers = live.tracing === null ? 0 : await live.tracing.close((readEnd) => readOn(live, readEnd));
  if (tracers > 0)
    run.options.tell?.(
      "what a traced command left running stays traced to its end; start such a program without a trace",
    );
  for (const daemon of daemonsOf(live.native, run.options.runId, run.commandCount)) {
    recordDaemon(processes, live, live.siteOf(daemon.number), daemon.pid);
  }
  const closing = live.relays.close((readEnd, target) => {
    // Whoever reads our error output, as ssh and cron do, waits for its end: a tracer alone is not to keep that open.
    if (live.tracing === null || !onlyTracersHold(live, readEnd)) relayOn(live, readEnd, target);
  });
  if (processes.ending === null) await closing;
  else await Promise.race([closing, new Promise((resolve) => setTimeout(resolve, run.options.grace))]);
  live.watchdog?.close();
  live.children.sweep();
  live.children.close();
  for (const fd of live.kept.splice(0)) closeSync(fd);
  processes.live = null;
}

/** A tracer that nobody reads would complain on the error output of what it follows. */
function readOn(live: Live, readEnd: number): void {
  const nothing = openSync("/dev/null", "w");
  relayOn(live, readEnd, nothing);
  closeSync(nothing);
}

const F_SETFL = 4;
const blocking = 0;

/** A daemon still writes to its output through a pipe of ours: somebody must go on reading it, or its next message would end it. */
function relayOn(live: Live, readEnd: number, target: number): void {
  const cat = live.search.find("cat", undefined, "/");
  if (!("memory" in cat)) return;
  live.native.fcntl(readEnd, F_SETFL, blocking);
  live.spawner.spawn({
    program: cat.memory,
    argv: packStrings(live.native, ["cat"]).memory,
    environment: packStrings(live.native, []).memory,
    descriptors: [readEnd, target, -1],
    directory: "/",
    umask: 0o077,
    group: "session",
  });
}
