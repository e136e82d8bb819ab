/** What commands read: their standard input, and files that the script itself wrote (faults 1.1). */

import { Origin } from "../../records/index.ts";
import type { Pipeline, Stage } from "../../syntax/index.ts";
import type { Context } from "../context.ts";
import { madeOfStages, readsStandardInput, redirected } from "./output.ts";
import { noteCopied, noteWritten } from "./written.ts";

/** Follows what goes through a pipeline once its stages are checked: what each of them reads, and writes into files. */
export function followPipeline(context: Context, { stages }: Pipeline): void {
  const { inputs } = context.program;
  const simple = stages.filter((stage) => stage.kind === "simple");
  for (const [at, stage] of stages.entries()) {
    const input = inputOf(context, stages, at);
    if (input !== 0) inputs.set(stage, input);
  }
  noteWritten(context, simple, () => madeOfStages(context, simple));
  for (const stage of simple) noteCopied(context, stage);
}

function inputOf(context: Context, stages: readonly Stage[], at: number): number {
  const stage = stages[at];
  if (stage?.redirects.some(({ op }) => op === "<" || op === "text") === true) return redirected(context, stage);
  if (at === 0) return stage?.kind === "simple" && readsStandardInput(stage) ? Origin.prompt : 0;
  const ahead = stages.slice(0, at).filter((each) => each.kind === "simple");
  return context.program.graph.join(madeOfStages(context, ahead), ahead.length < at ? Origin.output : 0);
}
