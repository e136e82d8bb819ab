/** `return e`: of the function's type; `return $?` makes no status style (language 4). */

import { showType, type Type, types } from "../../records/index.ts";
import type { Expression, ReturnStatement } from "../../syntax/index.ts";
import { checkMade } from "../classes/making.ts";
import type { Context, StatementCheck } from "../context.ts";
import { passingStatusOn } from "../expressions/status.ts";
import type { Value } from "../program-state.ts";
import { shared } from "../types/relations.ts";
import { demand } from "../values.ts";

export const checkReturn: StatementCheck<ReturnStatement> = (context, node) => {
  const { state } = context;
  const inside = state.jumps.findLast((jump) => jump.kind === "barrier");
  if (inside !== undefined)
    context.report("DS2309", { start: node.start, end: node.start + 6 }, { keyword: "return", place: inside.place });
  else if (state.node.kind === "script") context.report("DS2304", node, {});
  if (node.value === undefined) withoutValue(context, node);
  else withValue(context, node.value);
  if (context.making !== undefined && state.node === context.making.method?.function) checkMade(context, node);
  if (inside === undefined && state.node.kind !== "script") context.flow.reached = false;
};

function withoutValue(context: Context, node: ReturnStatement): void {
  const { state } = context;
  if (state.node.kind === "script") return;
  const { returns } = state;
  if (returns === undefined) state.inferred ??= types.void;
  else if (returns.kind !== "void" && returns.kind !== "unknown")
    context.report("DS2302", node, {
      problem: `\`${state.name}\` gives a value of type ${showType(returns)}, this \`return\` gives none`,
      hint: "write `return …` with a value",
    });
}

function withValue(context: Context, expression: Expression): void {
  const { state } = context;
  const wanted = state.returns?.kind === "void" ? undefined : state.returns;
  let value: Value = { type: types.unknown, origins: 0 };
  const check = (): void => {
    value = context.expression(expression, wanted);
  };
  if (expression.kind === "status") passingStatusOn(context, check);
  else check();
  context.program.graph.flow(value.origins, state.result);
  if (state.node.kind === "script") return;
  if (state.returns?.kind === "void") {
    if (value.type.kind !== "void")
      context.report("DS2302", expression, {
        problem: `\`${state.name}\` gives no value, this \`return\` gives one of type ${showType(value.type)}`,
        hint: "write `return` alone, or give the function the value's type",
      });
  } else if (state.returns !== undefined) demand(context, expression, value, state.returns);
  else infer(context, expression, value.type);
}

/** A closure without a wanted type gives what its returns have in common. */
function infer(context: Context, expression: Expression, type: Type): void {
  const { state } = context;
  const both = state.inferred === undefined ? type : shared(state.inferred, type);
  if (both !== undefined) state.inferred = both;
  else demand(context, expression, { type, origins: 0 }, state.inferred ?? type);
}
