/** A list of pipelines: which of its failures are accepted, and which nobody looks at (language 3, 4). */

import { type CommandList, type Pipeline, pipelinesOf, type Stage } from "../../syntax/index.ts";
import type { CommandUse, Context } from "../context.ts";
import { unchanged } from "../flow/state.ts";
import { followPipeline } from "../origins/inputs.ts";
import { checkGroup } from "./group.ts";
import { staticName } from "./names.ts";
import { checkSimple } from "./simple.ts";

export function checkList(context: Context, list: CommandList, use: CommandUse = "loose"): void {
  context.state.waits = true;
  const outer = context.beside;
  context.beside ||= list.background;
  pipeline(context, list.first, list.background);
  for (const { pipeline: next } of list.rest) {
    const mark = context.flow.mark();
    pipeline(context, next, list.background);
    context.flow.applyAny([context.flow.take(mark), unchanged]);
  }
  context.beside = outer;
  if (list.background) context.flow.reached = true;
  if (use === "loose" && !list.background) noteLoose(context, list);
}

function pipeline(context: Context, node: Pipeline, background: boolean): void {
  const alone = node.stages.length === 1;
  for (const stage of node.stages) {
    if (stage.kind === "group") checkGroup(context, stage);
    else checkSimple(context, stage, { alone, background });
  }
  followPipeline(context, node);
}

/** Keeps the pipelines whose failure neither `!`, nor `||`, nor an answer takes care of: advice, should the function be in status style. */
function noteLoose(context: Context, list: CommandList): void {
  if (context.guarded || context.file.strict) return;
  const all = pipelinesOf(list);
  const lastOr = list.rest.findLastIndex((item) => item.operator === "||");
  for (const [index, node] of all.entries()) {
    if (node.negated) continue;
    if (index <= lastOr) continue;
    const [stage] = node.stages;
    if (stage === undefined || fixed(stage)) continue;
    const name = nameOf(context, stage);
    if (
      list.rest[index]?.operator === "&&" &&
      node.stages.length === 1 &&
      context.file.table.find(name).answers !== "none"
    )
      continue;
    context.program.loose.push({
      state: context.state,
      file: context.file,
      span: spanOf(context, node),
      command: name,
    });
  }
}

/** What cannot fail as a command does. */
function fixed(stage: Stage): boolean {
  if (stage.kind === "group") return false;
  return stage.role === "export" || stage.role === "exit" || staticName(stage) === "true";
}

function nameOf(context: Context, stage: Stage): string {
  if (stage.kind === "group") return "( … )";
  return staticName(stage) ?? context.file.source.text.slice(stage.start, stage.end).split(/\s/, 1)[0] ?? "";
}

/** The first line of a pipeline. */
function spanOf(context: Context, node: Pipeline): { readonly start: number; readonly end: number } {
  const line = context.file.source.text.slice(node.start, node.end).indexOf("\n");
  return { start: node.start, end: line === -1 ? node.end : node.start + line };
}
