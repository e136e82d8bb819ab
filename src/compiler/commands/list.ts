/** Lists `a && b || c` as JavaScript's own control flow, each pipeline with what its failure means (language 4). */

import { accept } from "../../records/index.ts";
import type { CommandList, Pipeline } from "../../syntax/index.ts";
import { atom } from "../atom.ts";
import { type Scope, temporary } from "../context.ts";
import { countTruth } from "../counting.ts";
import { type EmitBody, emitPipeline, type Manner } from "./pipeline.ts";

/** Whether the list held, as a JavaScript boolean: a condition. Every pipeline's answer counts. */
export function emitListTruth(scope: Scope, list: CommandList, manner: Manner, body: EmitBody): string {
  return emitTruth(scope, stepsOf(list), { ...manner, how: "answer" }, body, true);
}

/** The list for what it does. */
export function emitListEffect(scope: Scope, list: CommandList, manner: Manner, body: EmitBody): string {
  const steps = stepsOf(list);
  const [only] = steps;
  if (steps.length === 1 && only !== undefined) {
    return emitPipeline(scope, only.pipeline, mannerOf(steps, 0, manner, false), body);
  }
  return emitTruth(scope, steps, manner, body, false);
}

/** The status of the pipeline that was the last to run. */
export function emitListStatus(scope: Scope, list: CommandList, manner: Manner, body: EmitBody): string {
  const [only, second] = stepsOf(list);
  if (only !== undefined && second === undefined)
    return emitPipeline(scope, only.pipeline, mannerOf([only], 0, manner, false), body);
  const status = scope.status ?? temporary(scope);
  return `(${emitTruth({ ...scope, status }, stepsOf(list), manner, body, false)}, ${status})`;
}

interface Step {
  /** What stands ahead of the pipeline. */
  readonly operator: "" | "&&" | "||";
  readonly pipeline: Pipeline;
}

function stepsOf(list: CommandList): readonly Step[] {
  return [{ operator: "", pipeline: list.first }, ...list.rest];
}

/** `manner` is what holds for the last pipeline; what follows the others decides for them. `lastOr`: where the last `||` stands. */
function mannerOf(steps: readonly Step[], index: number, manner: Manner, isCondition: boolean, lastOr = 0): Manner {
  const next = steps[index + 1];
  const isNegated = steps[index]?.pipeline.negated === true && !isCondition;
  const isCaught = lastOr > index;
  const policy = isNegated || isCaught ? accept : manner.policy;
  // A condition's negation turns its answer around; a command's accepts any failure (language 3).
  if (next === undefined) return isNegated ? { how: "run", policy } : manner;
  return { how: isCondition || next.operator === "&&" ? "answer" : "run", policy };
}

/** `&&` and `||` bind alike and to the left, as in a shell: where both occur, a variable keeps what held so far. */
function emitTruth(scope: Scope, steps: readonly Step[], manner: Manner, body: EmitBody, isCondition: boolean): string {
  const lastOr = steps.findLastIndex((step) => step.operator === "||");
  const truths = steps.map(({ pipeline }, index) => {
    const status = emitPipeline(scope, pipeline, mannerOf(steps, index, manner, isCondition, lastOr), body);
    const truth = `${atom(status)} ${pipeline.negated ? "!==" : "==="} 0`;
    // Of all but the last it is an answer that decides.
    return index < steps.length - 1 ? countTruth(scope, pipeline, truth) : truth;
  });
  const operators = new Set(steps.slice(1).map((step) => step.operator));
  if (operators.size <= 1) return truths.join(` ${[...operators][0] ?? ""} `);
  const held = temporary(scope);
  const codes = truths.map((truth, index) => {
    const operator = steps[index]?.operator ?? "";
    return operator === "" ? `${held} = ${truth}` : `${held} ${operator} (${held} = ${truth})`;
  });
  return `(${codes.join(", ")}, ${held})`;
}
