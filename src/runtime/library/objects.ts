/** Properties and methods of Result, Usage, Job, File, FileStatus and faults. */

import { classOf, type FaultKind, type OutcomeValue, type ResultValue } from "../../records/index.ts";
import type { Fault } from "../faults/fault.ts";
import { siteAt } from "../faults/raise.ts";
import type { ScriptFile } from "../files/file.ts";
import type { FileStatus } from "../files/status.ts";
import type { ScriptFlow } from "../flow.ts";
import type { Job } from "../processes/job.ts";
import { processesOf } from "../processes/processes.ts";
import { waitIn } from "../processes/wait-in.ts";
import type { Run } from "../run.ts";
import type { Functions } from "./function.ts";
import { type GuardedCall, guarded } from "./guard.ts";

export function objectFunctions(run: Run): Functions {
  return { ...resultFunctions, ...outcomeFunctions, ...jobFunctions, ...fileFunctions, ...faultFunctions(run) };
}

/** What of a job waits or changes something; its own failure is a fault already. */
export function jobCalls(run: Run): Readonly<Record<string, GuardedCall>> {
  const waiting =
    (flow: ScriptFlow) =>
    (work: Promise<void>): Promise<void> =>
      waitIn(processesOf(run), flow, work);
  return {
    "Job.join": guarded({
      perform: (flow: ScriptFlow, _site: number, job: Job) => job.join(waiting(flow)),
      attempts: () => "join a job",
    }),
    "Job.result": guarded({
      perform: (flow: ScriptFlow, _site: number, job: Job) => job.result(waiting(flow)),
      attempts: () => "join a job",
    }),
    "Job.detach": guarded({
      perform: (_flow: ScriptFlow, _site: number, job: Job) => job.detach(),
      attempts: () => "detach a job",
    }),
  };
}

const jobFunctions: Functions = {
  "Job.isRunning": (_flow, _site, job: Job) => job.isRunning(),
  "Job.pid": (_flow, _site, job: Job) => job.pid,
};

const resultFunctions: Functions = {
  "Result.status": (_flow, _site, result: ResultValue) => result.status,
  "Result.out": (_flow, _site, result: ResultValue) => result.out,
  "Result.err": (_flow, _site, result: ResultValue) => result.err,
  "Result.ok": (_flow, _site, result: ResultValue) => result.status === 0,
  "Result.elapsed": (_flow, _site, result: ResultValue) => result.elapsed,
  "Result.usage": (_flow, _site, result: ResultValue) => result.usage,
  "Result.stages": (_flow, _site, result: ResultValue) => [...result.stages],
  "Usage.user": (_flow, _site, usage: ResultValue["usage"]) => usage.user,
  "Usage.system": (_flow, _site, usage: ResultValue["usage"]) => usage.system,
  "Usage.memory": (_flow, _site, usage: ResultValue["usage"]) => usage.memory,
};

const outcomeFunctions: Functions = {
  "Outcome.state": (_flow, _site, outcome: OutcomeValue) => outcome.state,
  "Outcome.ok": (_flow, _site, outcome: OutcomeValue) => outcome.state === "done",
  "Outcome.fault": (_flow, _site, outcome: OutcomeValue) => outcome.fault,
  "Outcome.left": (_flow, _site, outcome: OutcomeValue) => [...outcome.left],
};

const fileFunctions: Functions = {
  "File.path": (_flow, _site, file: ScriptFile) => file.path,
  "File.mode": (_flow, _site, file: ScriptFile) => file.mode,
  "File.isOpen": (_flow, _site, file: ScriptFile) => file.isOpen,
  ...statusFunctions([
    "size",
    "mode",
    "owner",
    "group",
    "links",
    "inode",
    "device",
    "modified",
    "accessed",
    "changed",
    "isFile",
    "isDirectory",
    "isLink",
    "type",
  ]),
};

function statusFunctions(names: readonly (keyof FileStatus)[]): Functions {
  return Object.fromEntries(
    names.map(
      (name) =>
        [`FileStatus.${name}`, (_flow, _site, status: FileStatus) => status[name]] satisfies [
          string,
          Functions[string],
        ],
    ),
  );
}

function faultFunctions(run: Run): Functions {
  const siteOf = (fault: Fault) => siteAt(run, fault.site);
  return {
    "Fault.message": (_flow, _site, fault: Fault) => fault.message,
    "Fault.kind": (_flow, _site, fault: Fault): FaultKind => fault.kind,
    "Fault.class": (_flow, _site, fault: Fault) => classOf(fault.diagnosis),
    "Fault.classes": (_flow, _site, fault: Fault) => [...fault.diagnosis.plausible],
    "Fault.status": (_flow, _site, fault: Fault) => fault.symptom.answer ?? fault.status,
    "Fault.errno": (_flow, _site, fault: Fault) => fault.symptom.errno ?? "",
    "Fault.api": (_flow, _site, fault: Fault) => fault.symptom.api,
    "Fault.line": (_flow, _site, fault: Fault) => siteOf(fault).stages?.[fault.stage]?.line ?? siteOf(fault).line,
    "Fault.script": (_flow, _site, fault: Fault) => run.options.program.files[siteOf(fault).file]?.name ?? "",
    "Fault.owner": (_flow, _site, fault: Fault) => fault.diagnosis.owner,
    "Fault.removal": (_flow, _site, fault: Fault) => fault.diagnosis.advice,
    "Fault.advice": (_flow, _site, fault: Fault) => fault.diagnosis.advice,
  };
}
