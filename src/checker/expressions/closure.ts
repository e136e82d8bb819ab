/** `(int x) => x + 1`: parameters' types come from the text or from the context (language 5). */

import { Origin, showType, type Type, types } from "../../records/index.ts";
import type { BlockStatement, ClosureExpression } from "../../syntax/index.ts";
import type { Context, ExpressionCheck } from "../context.ts";
import { scoped } from "../context.ts";
import type { FunctionState } from "../function-state.ts";
import { declare } from "../names/declare.ts";
import { createFunction, demandReturn, functionType, resultOf } from "../names/functions.ts";
import { createScope } from "../names/scope.ts";
import type { Term } from "../origins/graph.ts";
import { fits, withoutNull } from "../types/relations.ts";
import { resolveType } from "../types/resolve.ts";
import { demand } from "../values.ts";

export const checkClosure: ExpressionCheck<ClosureExpression> = (context, node, wanted) => {
  const goal = wanted === undefined ? undefined : withoutNull(wanted);
  const wish = goal?.kind === "function" ? goal : undefined;
  if (wish !== undefined && wish.parameters.length !== node.parameters.length) {
    context.report("DS2206", node, { found: node.parameters.length, expected: wish.parameters.length });
  }
  const returns = wish === undefined || wish.returns.kind === "unknown" ? undefined : wish.returns;
  const state = createFunction(context.program, node, context.file, "closure", returns);
  context.state.holds.add(node);
  // It may be called before a variable that it uses has a value, as a function may.
  if (context.state.node === context.file.script)
    context.program.uses.push({ file: context.file, node, callee: node, name: "this closure" });
  const parameters: Type[] = [];
  let isRefused = false;
  const outer = enter(context, state);
  scoped(context, createScope(context.scope, node), () => {
    for (const [index, parameter] of node.parameters.entries()) {
      const asked = wish?.parameters[index];
      const type = parameterType(context, parameter, asked);
      isRefused ||= asked !== undefined && !fits(asked, type);
      parameters.push(type);
      const symbol = declare(context, parameter.name, { kind: "parameter", type });
      context.program.graph.flow(context.program.direct.get(node) ?? context.program.valueArguments, symbol.term);
    }
    checkBody(context, state, node.body);
  });
  leave(context, outer);
  if (!context.program.direct.has(node)) context.program.graph.flow(state.result, context.program.valueResults);
  if (isRefused || (wish !== undefined && wish.parameters.length !== node.parameters.length))
    return { type: types.unknown, origins: Origin.literal };
  return { type: functionType(resultOf(state), parameters), origins: Origin.literal };
};

function parameterType(
  context: Context,
  parameter: ClosureExpression["parameters"][number],
  wish: Type | undefined,
): Type {
  if (parameter.type !== undefined) {
    const type = resolveType(context, parameter.type);
    if (wish !== undefined && !fits(wish, type)) {
      const { start } = parameter.type;
      const hint = `write \`${showType(wish)} ${parameter.name.name}\``;
      const span = { start, end: parameter.name.end };
      context.report("DS2101", span, { found: showType(type), expected: showType(wish), hint });
    }
    return type;
  }
  if (wish !== undefined) return wish;
  context.report("DS2110", parameter.name, {
    what: `\`${parameter.name.name}\``,
    example: `(String ${parameter.name.name}) => …`,
  });
  return types.unknown;
}

interface Outer {
  readonly state: FunctionState;
  readonly mark: number;
  readonly reached: boolean;
  readonly beside: boolean;
  readonly guarded: boolean;
}

function enter(context: Context, state: FunctionState): Outer {
  const outer = {
    state: context.state,
    mark: context.flow.mark(),
    reached: context.flow.reached,
    beside: context.beside,
    guarded: context.guarded,
  };
  context.state = state;
  context.flow.reached = true;
  context.flow.depth += 1;
  context.beside = false;
  context.guarded = false;
  return outer;
}

function leave(context: Context, outer: Outer): void {
  context.flow.take(outer.mark);
  context.flow.depth -= 1;
  context.flow.reached = outer.reached;
  context.state = outer.state;
  context.beside = outer.beside;
  context.guarded = outer.guarded;
}

function checkBody(context: Context, state: FunctionState, body: ClosureExpression["body"]): void {
  if (body.kind === "block") return checkBlock(context, state, body);
  const value = context.expression(body, state.returns?.kind === "void" ? undefined : state.returns);
  flowBack(context, state, value.origins);
  if (state.returns === undefined) state.inferred = value.type.kind === "null" ? types.unknown : value.type;
  else if (state.returns.kind !== "void") demand(context, body, value, state.returns);
}

function checkBlock(context: Context, state: FunctionState, body: BlockStatement): void {
  context.block(body.statements);
  demandReturn(context, state, { start: body.end - 1, end: body.end }, "this function");
}

function flowBack(context: Context, state: FunctionState, origins: Term): void {
  context.program.graph.flow(origins, state.result);
}
