/** What the checker keeps of a function while it is being checked. */

import { showType, type Type, types } from "../../records/index.ts";
import type { Span } from "../../text/index.ts";
import type { Context } from "../context.ts";
import type { FunctionState } from "../function-state.ts";
import type { ProgramState } from "../program-state.ts";
import type { FunctionNode } from "./assigner.ts";

export function createFunction(
  program: Pick<ProgramState, "graph" | "functions">,
  node: FunctionNode,
  file: { readonly index: number; readonly strict: boolean },
  name: string,
  returns: Type | undefined,
): FunctionState {
  const state: FunctionState = {
    node,
    file: file.index,
    name,
    strict: file.strict,
    returns,
    inferred: undefined,
    result: program.graph.node(),
    waits: node.kind === "script",
    turns: 1,
    counters: new Map(),
    calls: new Set(),
    reaches: new Set(),
    holds: new Set(),
    missing: new Set(),
    readsStatus: false,
    ownsStatus: false,
    latest: undefined,
    jumps: [],
  };
  program.functions.set(node, state);
  return state;
}

/** The type of a function, as a value. */
export function functionType(returns: Type, parameters: readonly Type[]): Type & { readonly kind: "function" } {
  return { kind: "function", returns, parameters };
}

/** Says of a function with a value that its end is reached without one. */
export function demandReturn(context: Context, state: FunctionState, span: Span, name: string): void {
  const result = resultOf(state);
  if (context.flow.reached && result.kind !== "void" && result.kind !== "unknown")
    context.report("DS2301", span, { name, type: showType(result) });
}

/** What a closure gives: what is wanted of it, or what its returns have in common. */
export function resultOf(state: FunctionState): Type {
  return state.returns ?? state.inferred ?? types.void;
}
