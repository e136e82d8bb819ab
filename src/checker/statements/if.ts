/** `if … else if … else …`. */

import type { IfStatement } from "../../syntax/index.ts";
import type { StatementCheck } from "../context.ts";
import type { FlowChange } from "../flow/state.ts";
import { sequence, unchanged } from "../flow/state.ts";
import { checkBody } from "./body.ts";

export const checkIf: StatementCheck<IfStatement> = (context, node) => {
  const { flow } = context;
  const start = flow.mark();
  const ways: FlowChange[] = [];
  // What is known once all conditions so far were false.
  let rest: FlowChange = unchanged;
  for (const branch of node.branches) {
    const outcome = context.condition(branch.condition);
    const mark = flow.mark();
    flow.apply({ ...outcome.whenTrue, reached: true });
    checkBody(context, branch.body);
    const end = flow.take(mark);
    const way = sequence(rest, sequence(outcome.whenTrue, end));
    ways.push(way);
    rest = sequence(rest, outcome.whenFalse);
    flow.apply({ ...outcome.whenFalse, reached: true });
  }
  if (node.otherwise === undefined) ways.push(rest);
  else {
    const mark = flow.mark();
    checkBody(context, node.otherwise);
    ways.push(sequence(rest, flow.take(mark)));
  }
  flow.take(start);
  flow.applyAny(ways);
};
