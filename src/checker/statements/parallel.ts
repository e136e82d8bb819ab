/** `parallel { … }`: each statement is a branch of a plan (language 6). */

import { dependableBody, type ParallelStatement } from "../../syntax/index.ts";
import { apart, type StatementCheck } from "../context.ts";
import type { FlowChange } from "../flow/state.ts";

export const checkParallel: StatementCheck<ParallelStatement> = (context, node) => {
  const { flow, state } = context;
  state.waits = true;
  const isInPlan = state.node.kind === "function" && dependableBody(state.node)?.kind === "plan-body";
  if (!isInPlan) context.report("DS2606", { start: node.start, end: node.start + "parallel".length }, {});
  const ways: FlowChange[] = [];
  const { beside } = context;
  context.beside = true;
  for (const branch of node.body.statements) {
    ways.push(apart(context, "`parallel`", () => context.block([branch])));
  }
  context.beside = beside;
  for (const way of ways) flow.apply(way);
};
