/** What a pipeline's outcomes mean: which stages failed, whether the status is an answer, and the fault that names them (language 3, 4). */

import { answersOf, isAnswer, meaningOf, readerGone } from "../../commands/index.ts";
import { accept, type Policy, report, type StageRun } from "../../records/index.ts";
import { Fault, Interruption } from "../faults/fault.ts";
import { createFault, siteAt } from "../faults/raise.ts";
import { forget, settle } from "../faults/settle.ts";
import type { marksIn } from "../flow.ts";
import type { Run } from "../run.ts";
import { argumentsOfStage, innerOfStage, maskSecrets } from "./describe.ts";
import { faultArguments, givenWords, maskedCalls, redirectArguments, variableArguments } from "./fault-parts.ts";
import { lastLines } from "./last-lines.ts";
import { isFault, type Outcome } from "./outcome.ts";

export interface Judged {
  readonly run: Run;
  readonly site: number;
  readonly stages: readonly StageRun[];
  readonly outcomes: readonly Outcome[];
  /** Where relative names stand. */
  readonly directory: string;
  /** A statement that is marked as risky started it. */
  readonly marks: ReturnType<typeof marksIn>;
  /** The reader of the last stage's output is this engine, and it has left. */
  readonly readerLeft: boolean;
}

/** How a stage is to be taken: `excused` lost a reader that had enough, `dealt` is a group's own affair, `answer` is no failure here. */
type Standing = "good" | "excused" | "dealt" | "answer" | "bad";

/** A pipeline's status: 0, or the last failing stage's. Under `answers`, a status that is an answer is no failure. Throws the fault of any other. */
export function judge(judged: Judged, answers: boolean, policy: Policy): number {
  const { run, outcomes } = judged;
  throwPassing(outcomes);
  const standing = standings(judged, answers);
  const status =
    outcomes.findLast((_, index) => standing[index] !== "good" && standing[index] !== "excused")?.status ?? 0;
  const bad = outcomes.flatMap((_, index) => (standing[index] === "bad" ? [index] : []));
  for (const [index, { thrown }] of outcomes.entries()) if (standing[index] === "excused") forget(run, thrown);
  if (bad.length === 0) return status;
  const fault = faultOfPipeline(judged, bad);
  if (policy === accept) settle(run, fault, true);
  else if (policy === report) {
    settle(run, fault, false);
    run.unseen += 1;
  } else throw fault;
  return status;
}

/**
 * The fault of a pipeline: the first stage that failed by itself, since what stands behind it was given less than it
 * wanted; its status is the last failing stage's. The others are its companions, but for those that only lost their reader.
 */
function faultOfPipeline(judged: Judged, bad: readonly number[]): Fault {
  const own = bad.filter((index) => !endedByPipe(judged.outcomes[index] as Outcome));
  const cause = own[0] ?? bad.at(-1) ?? 0;
  const fault = faultOf(judged, cause, bad);
  // `$?` is the last failing stage's (language 3).
  const last = bad.at(-1) ?? cause;
  if (last !== cause) fault.lastStatus = statusOf(judged.outcomes[last] as Outcome);
  for (const index of own) if (index !== cause) fault.companions.push(faultOf(judged, index, [index]));
  for (const each of [fault, ...fault.companions]) each.goal ??= judged.marks.goal;
  for (const companion of fault.companions) forget(judged.run, companion);
  // A group's fault that only tells of a lost reader has nothing to say beside this one.
  for (const index of bad)
    if (judged.outcomes[index]?.thrown !== fault) forget(judged.run, judged.outcomes[index]?.thrown);
  return fault;
}

function statusOf({ thrown, status }: Outcome): number {
  return isFault(thrown) ? thrown.status : status;
}

function endedByPipe({ thrown, signal, status, trouble }: Outcome): boolean {
  if (isFault(thrown)) return thrown.symptom.signal === "SIGPIPE" || thrown.status === pipeStatus;
  return trouble === null && (signal === "SIGPIPE" || status === pipeStatus);
}

/** Whether a pipeline succeeded as a whole, so that what it wrote may replace a file. */
export function succeeded(judged: Judged): boolean {
  return standings(judged, false).every((standing) => standing === "good" || standing === "excused");
}

/** What passes through a script without being a fault goes ahead of all faults, interruptions first. */
function throwPassing(outcomes: readonly Outcome[]): void {
  for (const { thrown } of outcomes) if (thrown instanceof Interruption) throw thrown;
  for (const { thrown } of outcomes) if (thrown !== undefined && !isFault(thrown)) throw thrown;
}

/** From the last stage to the first: a writer that lost its reader is excused where that reader ended well. */
function standings({ run, stages, outcomes, readerLeft }: Judged, answers: boolean): readonly Standing[] {
  const result: Standing[] = [];
  let readerEndedWell = readerLeft;
  for (let index = outcomes.length - 1; index >= 0; index -= 1) {
    const [stage, outcome] = [stages[index], outcomes[index] as Outcome];
    let standing: Standing = "bad";
    if (outcome.status === 0 && outcome.trouble === null && outcome.thrown === undefined) standing = "good";
    else if (readerEndedWell && lostReader(run, stage, outcome)) standing = "excused";
    else if (outcome.dealtWith) standing = "dealt";
    else if (answers && (outcome.chosen || isAnAnswer(run, stage, outcome, index === outcomes.length - 1)))
      standing = "answer";
    result[index] = standing;
    readerEndedWell = standing !== "bad";
  }
  return result;
}

// What a shell that ran the program reports of its death by SIGPIPE.
const pipeStatus = 128 + 13;

function lostReader(run: Run, stage: StageRun | undefined, outcome: Outcome): boolean {
  if (outcome.trouble !== null) return false;
  if (isFault(outcome.thrown))
    return outcome.thrown.symptom.signal === "SIGPIPE" || outcome.thrown.status === pipeStatus;
  if (outcome.thrown !== undefined) return false;
  if (outcome.signal === "SIGPIPE" || outcome.status === pipeStatus) return true;
  if (stage?.argv === undefined || outcome.signal !== null) return false;
  return readerGone(innerOfStage(run.options.commands, stage).row, outcome.status);
}

/** A pipeline's answer is its last stage's; ahead of it only what a program calls an answer is none of a failure. */
function isAnAnswer(run: Run, stage: StageRun | undefined, outcome: Outcome, isLast: boolean): boolean {
  if (stage?.argv === undefined || outcome.trouble !== null || outcome.signal !== null) return false;
  const { row, argv } = innerOfStage(run.options.commands, stage);
  return isAnswer(row, outcome.status, argv) && (isLast || answersOf(row, argv) !== "any");
}

/** The fault of one failing stage, with the others named in its message. */
function faultOf(judged: Judged, worst: number, failing: readonly number[]): Fault {
  const { run, site, stages, outcomes } = judged;
  const outcome = outcomes[worst] as Outcome;
  const own = outcome.thrown;
  if (own instanceof Fault) return own;
  const stage = stages[worst] as StageRun;
  const where = siteAt(run, site);
  const others = failing
    .filter((index) => index !== worst)
    .map((index) => summary(run, stages[index], outcomes[index] as Outcome));
  const also = others.length === 0 ? "" : `; in the same pipeline ${others.join(", and ")}`;
  const { trouble, signal, elapsed } = outcome;
  const stderr = maskSecrets(run, where, stages, outcome.stderr);
  const text = lastLines(stderr);
  const about = maskSecrets(run, where, stages, trouble?.message ?? summary(run, stage, outcome));
  const message = `${about}${text === "" ? "" : `: ${text}`}${also}`;
  return createFault(run, site, {
    kind: trouble?.kind ?? "CommandFault",
    message,
    api: trouble?.redirect?.api ?? nameOf(stage),
    arguments: faultArguments(run, where, worst, stage, outcome),
    status: outcome.status,
    elapsed,
    stage: worst,
    cwd: judged.directory,
    ...(judged.marks.risky === true ? { risky: true } : {}),
    ...(where.stages?.[worst]?.input === undefined ? {} : { input: where.stages[worst].input }),
    variables: variableArguments(run, where, worst, stage),
    given: givenWords(run),
    redirects: trouble?.redirect === undefined ? redirectArguments(run, where, worst, stage) : [],
    ...(trouble?.stated === undefined ? {} : { stated: trouble.stated }),
    ...(trouble?.errno === undefined ? {} : { errno: trouble.errno }),
    ...(signal === null ? {} : { signal }),
    ...(outcome.waiting === undefined ? {} : { waiting: outcome.waiting }),
    ...(stderr === "" ? {} : { stderr }),
    ...(outcome.calls === undefined ? {} : { calls: maskedCalls(run, where, stages, outcome.calls) }),
    ...(trouble?.notStarted === true && trouble.redirect === undefined ? { notStarted: true } : {}),
  });
}

export function nameOf(stage: StageRun | undefined): string {
  return stage === undefined || stage.argv === undefined ? "( … )" : (argumentsOfStage(stage)[0] ?? "");
}

/** "rsync ended with status 23 (partial transfer)", "cc1 was ended by SIGKILL". */
export function summary(run: Run, stage: StageRun | undefined, outcome: Outcome): string {
  const name = nameOf(stage);
  if (isFault(outcome.thrown)) return `a group failed (${outcome.thrown.symptom.message})`;
  if (outcome.trouble !== null) return outcome.trouble.message;
  if (outcome.signal !== null) return `${name} was ended by ${outcome.signal}${signalMeaning(outcome.signal)}`;
  const says = meaning(run, stage, outcome.status);
  return `${name} ended with status ${outcome.status}${says === undefined ? "" : ` (${says})`}`;
}

function meaning(run: Run, stage: StageRun | undefined, status: number): string | undefined {
  if (stage?.argv === undefined) return undefined;
  const own = meaningOf(run.options.commands, stage.argv, status)?.meaning.says;
  if (own !== undefined) return own;
  if (status > 128 && status < 160) return `as after signal ${status - 128}`;
  return undefined;
}

function signalMeaning(signal: string): string {
  switch (signal) {
    case "SIGSEGV":
    case "SIGBUS":
      return " (it touched memory that is not its own)";
    case "SIGABRT":
      return " (it gave up on an error of its own)";
    case "SIGKILL":
      return " (by force: by somebody, or because memory ran out)";
    case "SIGPIPE":
      return " (its reader had gone)";
    case "SIGXFSZ":
      return " (a file grew beyond the limit on file sizes)";
    case "SIGXCPU":
      return " (it used more CPU time than its limit)";
    case "SIGINT":
      return " (interrupted)";
    default:
      return "";
  }
}
