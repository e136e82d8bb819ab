/** `assert(e, "why")`: what it asks holds behind it. */

import { types } from "../../records/index.ts";
import type { AssertStatement } from "../../syntax/index.ts";
import type { StatementCheck } from "../context.ts";
import { originsOfAnswer } from "../origins/output.ts";
import { expect } from "../values.ts";

export const checkAssert: StatementCheck<AssertStatement> = (context, node) => {
  const { flow } = context;
  const outcome = context.condition(node.condition);
  if (node.condition.kind === "command-condition")
    context.program.answers.set(node.condition, originsOfAnswer(context, node.condition.list));
  if (node.why !== undefined) {
    const mark = flow.mark();
    flow.apply({ ...outcome.whenFalse, reached: true });
    expect(context, node.why, types.String);
    flow.take(mark);
  }
  flow.apply(outcome.whenTrue);
};
