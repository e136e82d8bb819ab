/** SystemChangePoints around commands that are not known to be read-only, and ResponseCheckPoints after slow ones (faults 3). */

import { isReadOnly } from "../../commands/index.ts";
import type { RecordBody, StageRun } from "../../records/index.ts";
import type { Usual } from "../asked-of-engine.ts";
import { askToChange } from "../consent.ts";
import { siteAt } from "../faults/raise.ts";
import type { marksIn } from "../flow.ts";
import { pointAt } from "../point.ts";
import type { Run } from "../run.ts";
import { argumentsOfStage, commandLine, innerOfStage } from "./describe.ts";
import type { Outcome } from "./outcome.ts";

/** Whether a stage may change something permanent: its program, or a file that it is redirected to. */
export function changes(run: Run, stage: StageRun, written: readonly string[]): boolean {
  if (written.length > 0) return true;
  if (stage.argv === undefined || stage.argv.length === 0) return false;
  const { row, argv } = innerOfStage(run.options.commands, stage);
  return !isReadOnly(row, argv);
}

/** Files that a stage's redirections will write to, known ahead of opening them. */
export function writesOf(stage: StageRun): readonly string[] {
  return (stage.redirects ?? []).flatMap(({ op, target }) =>
    (op === ">" || op === ">>" || op === ">=") && typeof target === "string" && !isNoFile(target) ? [target] : [],
  );
}

/** Names of descriptors, and the device that keeps nothing. */
function isNoFile(target: string): boolean {
  return target === "/dev/null" || /^\/dev\/(?:fd\/\d+|stdin|stdout|stderr)$/.test(target);
}

/** What the flow of a command says of it. */
type Marks = ReturnType<typeof marksIn>;

/** The record ahead of a change, or, with its outcome, after it. */
export function changePoint(
  run: Run,
  site: number,
  index: number,
  stage: StageRun,
  written: readonly string[],
  outcome: Outcome | null,
  marks: Marks,
): void {
  if (outcome === null) askToChange(run);
  run.options.emit({
    ...commandBody(run, site, index, stage, marks),
    logPoint: "SystemChangePoint",
    arguments: [
      ...words(run, site, index, stage),
      ...written.map((path) => ["path", path] as const),
      ...status(outcome),
    ],
    phase: outcome === null ? "before" : "after",
    ...(outcome === null ? {} : { elapsed: outcome.elapsed }),
  });
}

/** The record of a stage that took longer than its `within`. */
export function responsePoint(
  run: Run,
  site: number,
  index: number,
  stage: StageRun,
  outcome: Outcome,
  marks: Marks,
): void {
  const limit = stage.within ?? 0;
  run.options.emit({
    ...commandBody(run, site, index, stage, marks),
    logPoint: "ResponseCheckPoint",
    arguments: [...words(run, site, index, stage), ["within", `${limit} ms`], ...status(outcome)],
    elapsed: outcome.elapsed,
    message: `took ${Math.round(outcome.elapsed)} ms, expected within ${limit} ms`,
  });
}

/** The record of a stage that takes, or took, longer than its earlier runs make normal. */
export function usualPoint(
  run: Run,
  site: number,
  index: number,
  stage: StageRun,
  { elapsed, hasEnded }: { readonly elapsed: number; readonly hasEnded: boolean },
  { usual, limit, runs }: Usual,
  marks: Marks,
): void {
  const time = Math.round(elapsed);
  run.options.emit({
    ...commandBody(run, site, index, stage, marks),
    logPoint: "ResponseCheckPoint",
    arguments: [
      ...words(run, site, index, stage),
      ["Usual", String(usual)],
      ["Limit", String(limit)],
      ["Runs", String(runs)],
    ],
    elapsed,
    message: hasEnded
      ? `took ${time} ms; ${usual} ms are usual, and after ${runs} runs more than ${limit} ms are not`
      : `runs for ${time} ms, and goes on; ${usual} ms are usual, and after ${runs} runs more than ${limit} ms are not`,
  });
}

function commandBody(
  run: Run,
  site: number,
  index: number,
  stage: StageRun,
  marks: Marks,
): Omit<RecordBody, "logPoint" | "arguments"> {
  return {
    ...pointAt(run, site, index),
    api: stage.argv === undefined ? "( … )" : (argumentsOfStage(stage)[0] ?? ""),
    ...marks,
  };
}

function words(run: Run, site: number, index: number, stage: StageRun): readonly (readonly [string, string])[] {
  if (stage.argv === undefined) return [];
  return [["argv", commandLine(siteAt(run, site), index, argumentsOfStage(stage))]];
}

function status(outcome: Outcome | null): readonly (readonly [string, string])[] {
  return outcome === null ? [] : [["status", String(outcome.status)]];
}
