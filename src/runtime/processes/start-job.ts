/** `cmd &`: starting a job in a flow of its own, with descriptors of its own (language 3). */

import { closeSync, openSync } from "node:fs";
import type { Flow } from "../../records/index.ts";
import { isExit } from "../faults/fault.ts";
import { createFault, exitFault } from "../faults/raise.ts";
import { flushOutputs } from "../files/standard-output.ts";
import type { ScriptFlow } from "../flow.ts";
import type { Output } from "../output.ts";
import { pointAt } from "../point.ts";
import { errnoName, errnoOf, errnoText } from "./errno.ts";
import { Job } from "./job.ts";
import { createAccount, forkMarked, type JobMark, marksOf } from "./marks.ts";
import { type Processes, throwIfStopped } from "./processes.ts";
import { PatientOutput } from "./stage-output.ts";

const F_DUPFD_CLOEXEC = 1030;
// The engine's own three stay open as long as it lives.
const lastOwn = 2;

/** Starts the body beside the script; it is the flow's last job. */
export function startJob(
  processes: Processes,
  flow: ScriptFlow,
  site: number,
  body: (flow: Flow) => Promise<number>,
  alone: boolean,
): Job {
  throwIfStopped(processes, flow);
  flushOutputs(processes.run, flow);
  const account = createAccount();
  const mark: JobMark = { detached: false, told: false, closed: false };
  const copies: number[] = [];
  const stdin = openNothing(processes, site);
  const stdout = outputCopy(processes, site, flow.stdout, copies);
  const stderr = flow.stderr === flow.stdout ? stdout : outputCopy(processes, site, flow.stderr, copies);
  const descriptors = marksOf(flow).descriptors.map((fd) =>
    fd === undefined ? fd : copyOf(processes, site, fd, copies),
  );
  const inner = forkMarked(flow, { stdin, stdout, stderr }, { background: true, job: mark, account, descriptors });
  const run = async (): Promise<number> => {
    try {
      return await body(inner);
    } catch (thrown) {
      if (!isExit(thrown)) throw thrown;
      if (thrown.status !== 0) throw exitFault(processes.run, site, "the job", thrown.status);
      return 0;
    } finally {
      for (const output of [stdout, stderr]) {
        await output.drained();
      }
      for (const fd of copies) closeSync(fd);
    }
  };
  const job = new Job(processes.run, account, mark, alone, run(), {
    taken: (taken) => processes.jobs.delete(taken),
    detached: (detached) => {
      mark.detached = true;
      processes.detached.add(detached);
      recordDetached(processes, site, detached, inner);
    },
  });
  processes.jobs.add(job);
  flow.lastJob = job;
  return job;
}

function openNothing(processes: Processes, site: number): number {
  try {
    processes.nothing ??= openSync("/dev/null", "r");
    return processes.nothing;
  } catch (thrown) {
    throw startFault(processes, site, errnoOf(thrown));
  }
}

function startFault(processes: Processes, site: number, errno: string): Error {
  return createFault(processes.run, site, {
    kind: "CommandFault",
    message: `cannot start a job: ${errnoText(errno)}`,
    errno,
  });
}

/** A job may outlive the pipe or file that it writes to: it gets a copy of its own. */
function outputCopy(processes: Processes, site: number, output: Output, copies: number[]): Output {
  if (output.fd <= lastOwn || processes.live === null) return output;
  const fd = copyOf(processes, site, output.fd, copies);
  return new PatientOutput(processes.live, fd, output.name);
}

function copyOf(processes: Processes, site: number, fd: number, copies: number[]): number {
  const { live } = processes;
  // Descriptors above 2 only come from commands, which have loaded it.
  if (live === null || fd < 0) return fd;
  const copy = live.native.fcntl(fd, F_DUPFD_CLOEXEC, lastOwn + 1);
  if (copy >= 0) {
    copies.push(copy);
    return copy;
  }
  const errno = errnoName(live.native.errno());
  for (const opened of copies.splice(0)) closeSync(opened);
  throw startFault(processes, site, errno);
}

function recordDetached(processes: Processes, site: number, job: Job, flow: ScriptFlow): void {
  const { run, live } = processes;
  if (live !== null) for (const command of live.commands) if (command.flow.isWithin(flow)) live.letBe(command);
  run.options.emit({
    logPoint: "SystemChangePoint",
    ...pointAt(run, site),
    api: "detach",
    arguments: [["pid", String(job.pid)]],
    message: "the script lets this job go on after its own end",
    phase: "after",
  });
}
