/** `try / catch / finally`: in the body there is no status style, and what it assigned so far is not known behind it (language 4, 5). */

import { Origin } from "../../records/index.ts";
import type { CatchClause, TryStatement } from "../../syntax/index.ts";
import { apart, type Context, guarded, type StatementCheck, scoped } from "../context.ts";
import { widenAssigned } from "../flow/loops.ts";
import type { FlowChange } from "../flow/state.ts";
import { declare } from "../names/declare.ts";
import { faultType } from "../names/faults.ts";
import { createScope } from "../names/scope.ts";

export const checkTry: StatementCheck<TryStatement> = (context, node) => {
  const { flow } = context;
  const start = flow.mark();
  guarded(context, () => context.block(node.body.statements));
  const ways: FlowChange[] = [flow.take(start)];
  const seen: string[] = [];
  for (const each of node.catches) {
    reportShadowed(context, each, seen);
    widenAssigned(context, node);
    checkCatch(context, each);
    ways.push(flow.take(start));
  }
  const { finalizer } = node;
  if (finalizer === undefined) return flow.applyAny(ways);
  widenAssigned(context, node);
  const last = apart(context, "`finally`", () => context.block(finalizer.statements));
  flow.take(start);
  flow.applyAny(ways);
  flow.apply(last);
};

/** The block that follows a fault, which has a name in there. */
export function checkCatch(context: Context, node: Pick<CatchClause, "type" | "name" | "body">): void {
  const type = faultType(context, node.type);
  scoped(context, createScope(context.scope, context.state.node), () => {
    const symbol = declare(context, node.name, { kind: "variable", type });
    context.program.graph.flow(Origin.output, symbol.term);
    context.block(node.body.statements);
  });
}

function reportShadowed(context: Context, node: CatchClause, seen: string[]): void {
  const { name } = node.type;
  const earlier = seen.find((each) => each === name || each === "Fault");
  if (earlier !== undefined) context.report("DS7003", node.type, { name, earlier });
  seen.push(name);
}
