/** What monitors see and what follows from it, checked when all functions are: each monitor, then each `when` (language 6). */

import { showType, type Type, types } from "../../records/index.ts";
import type { MonitorStatement, WhenStatement } from "../../syntax/index.ts";
import { type Context, scoped, withinFunction } from "../context.ts";
import { declare } from "../names/declare.ts";
import { createFunction, demandReturn, resultOf } from "../names/functions.ts";
import { createScope } from "../names/scope.ts";
import type { KnownSymbol } from "../names/symbol.ts";
import { isKept } from "../tasks/kept.ts";
import { usesIn } from "../tasks/rules.ts";
import { adviseEvidence } from "./evidence.ts";

/** Monitors are known by name in their whole file; their types follow from what they return. */
export function declareMonitors(context: Context): void {
  for (const node of context.file.script.statements)
    if (node.kind === "monitor") declare(context, node.name, { kind: "monitor", type: types.unknown });
}

/** Checks the bodies of a file's monitors, then what follows from their values. */
export function checkWatching(context: Context): void {
  const { statements } = context.file.script;
  for (const node of statements) if (node.kind === "monitor") checkMonitorBody(context, node);
  for (const node of statements) if (node.kind === "when") checkWhenBody(context, node);
  for (const node of statements) if (node.kind === "when") adviseEvidence(context, node);
}

/** A monitor's value has the type that its returns have in common. */
function checkMonitorBody(context: Context, node: MonitorStatement): void {
  const { program, file } = context;
  const { name } = node.name;
  const state = createFunction(program, node, file, name, undefined);
  state.waits = true;
  withinFunction(context, state, () => {
    context.block(node.body.statements);
    demandReturn(context, state, node.name, `\`${name}\``);
  });
  const symbol = program.symbols.get(node.name);
  if (symbol !== undefined) {
    symbol.type = valueType(context, node, resultOf(state));
    program.graph.flow(state.result, symbol.term);
  }
  for (const { at, used } of usesIn(context, node.body)) context.report("DS2619", at, { name, called: used.name.name });
}

/** What a `when` may read of it: a value, and one that a record can hold. */
function valueType(context: Context, node: MonitorStatement, type: Type): Type {
  const { name } = node.name;
  if (type.kind === "void" || type.kind === "null") context.report("DS2616", node.name, { name });
  else if (!isKept(type)) context.report("DS2617", node.name, { name, type: showType(type) });
  else return type;
  return types.unknown;
}

/** The condition and the block see the monitors' values, which do not change meanwhile. */
function checkWhenBody(context: Context, node: WhenStatement): void {
  const { program, file } = context;
  const state = createFunction(program, node, file, "when", types.void);
  state.waits = true;
  const seen = new Set<KnownSymbol>();
  const outer = context.seen;
  context.seen = seen;
  let named: readonly KnownSymbol[] = [];
  withinFunction(context, state, () =>
    scoped(context, createScope(context.scope, node), () => {
      const outcome = context.condition(node.condition);
      named = [...seen];
      context.flow.apply({ ...outcome.whenTrue, reached: true });
      context.block(node.body.statements);
    }),
  );
  context.seen = outer;
  program.whens.set(node, { condition: named, all: [...seen] });
  if (named.length === 0) context.report("DS2615", node.condition, {});
}
