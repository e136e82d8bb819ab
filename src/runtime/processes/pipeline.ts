/** Running a pipeline: pipes, redirections, all stages at once, and what they come to (language 3). */

import { accept, type Policy, type StageRun } from "../../records/index.ts";
import { steadyNow } from "../clock.ts";
import { siteAt } from "../faults/raise.ts";
import { marksIn, type ScriptFlow } from "../flow.ts";
import type { Run } from "../run.ts";
import { hasReaderLeft } from "./capture-output.ts";
import { changePoint, changes, responsePoint, writesOf } from "./change-points.ts";
import { argumentsOfStage, commandLine } from "./describe.ts";
import { signalToCome, stopIfInterrupted } from "./interruption.ts";
import type { Live } from "./live.ts";
import { throwIfUnread } from "./lost-reader.ts";
import { marksOf } from "./marks.ts";
import { ended, isFault, notStarted, type Outcome } from "./outcome.ts";
import { throwIfOver } from "./over.ts";
import { connect, emptyFiles, openAll, type Unready } from "./prepare.ts";
import { type Processes, throwIfStopped } from "./processes.ts";
import { replacementTrouble, type StageFiles } from "./redirects.ts";
import type { Replacement } from "./replacement.ts";
import { runStages } from "./run-stages.ts";
import { closeFiles, startProgram } from "./stage.ts";
import { settleOutputs } from "./stage-output.ts";
import { startLive } from "./start-live.ts";
import { prepareTrace, wantsTrace } from "./traced.ts";
import { type Judged, judge, succeeded } from "./verdict.ts";

/** Runs a pipeline to its end and judges it; its status, or its fault under the policy. */
export async function runPipeline(
  processes: Processes,
  flow: ScriptFlow,
  site: number,
  stages: readonly StageRun[],
  answers: boolean,
  policy: Policy,
): Promise<number> {
  const { run } = processes;
  throwIfStopped(processes, flow);
  for (const { env } of stages) for (const [name, value] of env ?? []) run.secrets.addVariable(name, value);
  if (flow.stdout.hasPending || flow.stderr.hasPending) await settleOutputs(processes, flow);
  const live = processes.live ?? (await startLive(processes, site));
  run.options.echo?.(echoLine(processes, site, stages));
  if (wantsTrace(run, flow, stages)) {
    await prepareTrace(run, live, flow, stages);
    throwIfStopped(processes, flow);
  }
  const [only] = stages;
  if (stages.length === 1 && only?.argv !== undefined && only.redirects === undefined) {
    const outcome = await runAlone(processes, live, flow, site, only);
    if (outcome === null) return 0;
    return await conclude(
      processes,
      live,
      flow,
      { run, site, stages, outcomes: [outcome], directory: flow.directory, marks: marksIn(flow), readerLeft: false },
      answers,
      policy,
    );
  }

  const files = stages.map(() => emptyFiles(flow));
  // Opening a file may empty it: where records must be ahead of every change, they are ahead of that.
  const announced = run.options.durable === true ? stages.map(writesOf) : null;
  if (announced !== null) announce(run, site, stages, announced, marksIn(flow));
  const outcomes: (Outcome | null)[] = stages.map(() => null);
  const ready = connect(live, stages, files) ?? openAll(processes, live, flow, stages, files);
  if (!Array.isArray(ready)) {
    if (announced !== null) retract(run, site, stages, announced, ready, marksIn(flow));
    return giveUp(processes, flow, site, stages, files, ready, answers, policy);
  }

  const written = announced ?? files.map((file) => file.written);
  const changing = stages.map((stage, index) => changes(run, stage, written[index] ?? []));
  if (announced === null) announce(run, site, stages, written, marksIn(flow));
  await runStages(processes, live, flow, site, stages, files, ready, outcomes);
  run.lastBreath = steadyNow();

  // Every stage has an outcome now.
  const judged: Judged = {
    run,
    site,
    stages,
    outcomes: outcomes as Outcome[],
    directory: flow.directory,
    marks: marksIn(flow),
    readerLeft: hasReaderLeft(flow.stdout),
  };
  const failed = await settleReplacements(judged, files, outcomes);
  record(judged, flow, changing, files);
  // Awaited, so that V8 knows who waits: the trace of a failure that is reported in place is made of that.
  try {
    return await conclude(processes, live, flow, judged, answers, policy);
  } catch (thrown) {
    // Looked at while what was written is still there: a full disk is full because of it.
    if (failed.length > 0 && isFault(thrown)) void thrown.diagnosis;
    throw thrown;
  } finally {
    for (const replacement of failed) replacement.drop();
  }
}

/** The records ahead of a pipeline's changes. */
function announce(
  run: Run,
  site: number,
  stages: readonly StageRun[],
  written: readonly (readonly string[])[],
  marks: Judged["marks"],
): void {
  stages.forEach((stage, index) => {
    const files = written[index] ?? [];
    if (changes(run, stage, files)) changePoint(run, site, index, stage, files, null, marks);
  });
}

/** What was announced did not come to be: nothing has started. */
function retract(
  run: Run,
  site: number,
  stages: readonly StageRun[],
  written: readonly (readonly string[])[],
  why: Outcome | Unready,
  marks: Judged["marks"],
): void {
  const outcome = "stage" in why ? why.outcome : why;
  stages.forEach((stage, index) => {
    const files = written[index] ?? [];
    if (changes(run, stage, files)) changePoint(run, site, index, stage, files, outcome, marks);
  });
}

/** A single program without redirections, the commonest pipeline by far: null where it simply ended well. */
async function runAlone(
  processes: Processes,
  live: Live,
  flow: ScriptFlow,
  site: number,
  stage: StageRun,
): Promise<Outcome | null> {
  const { run } = processes;
  const files = emptyFiles(flow);
  const changing = changes(run, stage, files.written);
  if (changing) changePoint(run, site, 0, stage, files.written, null, marksIn(flow));
  const outcome = await new Promise<Outcome>((done) => {
    startProgram({ processes, live, flow, siteIndex: site, stage, index: 0, files }, done);
  });
  run.lastBreath = steadyNow();
  if (changing || stage.within !== undefined || marksOf(flow).account !== null) {
    const judged = {
      run,
      site,
      stages: [stage],
      outcomes: [outcome],
      directory: flow.directory,
      marks: marksIn(flow),
      readerLeft: false,
    };
    record(judged, flow, [changing], [files]);
  }
  const isQuiet = run.interruption === null && processes.ending === null && marksOf(flow).bound === null;
  return isQuiet && outcome.status === 0 && outcome.trouble === null ? null : outcome;
}

async function conclude(
  processes: Processes,
  live: Live,
  flow: ScriptFlow,
  judged: Judged,
  answers: boolean,
  policy: Policy,
): Promise<number> {
  await signalToCome(processes, flow, judged);
  if (processes.run.interruption !== null || processes.ending !== null) {
    await stopIfInterrupted(processes, live, flow, judged);
  }
  throwIfOver(flow);
  if (policy !== accept) throwIfUnread(live.native, flow, judged.outcomes.at(-1));
  if (policy !== accept && !succeeded(judged)) await processes.run.options.prepareDiagnosis?.();
  const status = judge({ ...judged, readerLeft: hasReaderLeft(flow.stdout) }, answers, policy);
  const { question } = marksOf(flow);
  if (question !== null && status !== 0) question.no = judged;
  return status;
}

function echoLine(processes: Processes, site: number, stages: readonly StageRun[]): string {
  const where = siteAt(processes.run, site);
  return stages
    .map((stage, index) => (stage.argv === undefined ? "( … )" : commandLine(where, index, argumentsOfStage(stage))))
    .join(" | ");
}

/** Nothing has started: everything is closed again, and the failure is the pipeline's. */
function giveUp(
  processes: Processes,
  flow: ScriptFlow,
  site: number,
  stages: readonly StageRun[],
  files: readonly StageFiles[],
  why: Outcome | Unready,
  answers: boolean,
  policy: Policy,
): number {
  for (const file of files) {
    closeFiles(file);
    for (const replacement of file.replacements) replacement.drop();
    for (const opening of file.slow) opening.cancel();
  }
  const stage = "stage" in why ? why.stage : stages.length - 1;
  const outcome = "stage" in why ? why.outcome : why;
  const outcomes = stages.map((_, index) => (index === stage ? outcome : ended));
  return judge(
    {
      run: processes.run,
      site,
      stages,
      outcomes,
      directory: flow.directory,
      marks: marksIn(flow),
      readerLeft: false,
    },
    answers,
    policy,
  );
}

/** `>=`: only a pipeline that succeeded as a whole replaces the file (language 3). Gives what is to be dropped. */
async function settleReplacements(
  judged: Judged,
  files: readonly StageFiles[],
  outcomes: (Outcome | null)[],
): Promise<readonly Replacement[]> {
  const { stages } = judged;
  const failed: Replacement[] = [];
  if (!files.some((file) => file.replacements.length > 0)) return failed;
  const good = succeeded(judged);
  for (const [index, file] of files.entries()) {
    for (const replacement of file.replacements) {
      if (!good) {
        failed.push(replacement);
        continue;
      }
      try {
        await replacement.commit();
      } catch (thrown) {
        const at = stages[index]?.redirects?.findIndex((redirect) => redirect.op === ">=") ?? 0;
        outcomes[index] = notStarted(replacementTrouble(replacement, at, thrown), 1);
      }
    }
  }
  return failed;
}

function record(judged: Judged, flow: ScriptFlow, changing: readonly boolean[], files: readonly StageFiles[]): void {
  const { run, site, stages, outcomes, marks } = judged;
  const { account } = marksOf(flow);
  if (account !== null) account.stages = outcomes.map((outcome) => outcome.status);
  stages.forEach((stage, index) => {
    const outcome = outcomes[index] as Outcome;
    if (changing[index] === true) changePoint(run, site, index, stage, files[index]?.written ?? [], outcome, marks);
    if (stage.within !== undefined && outcome.elapsed > stage.within)
      responsePoint(run, site, index, stage, outcome, marks);
    if (account === null) return;
    account.user += outcome.user;
    account.system += outcome.system;
    // exec counts the engine's own peak in (vfork(2)): what is not more than that is not known.
    const own = process.resourceUsage().maxRSS * 1024;
    if (outcome.memory > own) account.memory = Math.max(account.memory, outcome.memory);
  });
}
