/** `a && b`, `a || b`: the right side is checked with what the left one says. */

import { types } from "../../records/index.ts";
import type { Expression, LogicalExpression } from "../../syntax/index.ts";
import type { Context, ExpressionCheck, Outcome } from "../context.ts";
import { meet, sequence } from "../flow/state.ts";
import { booleanOf } from "../values.ts";

export const checkLogical: ExpressionCheck<LogicalExpression> = (context, node) => {
  const outcome = testLogical(context, node);
  context.flow.applyAny([outcome.whenTrue, outcome.whenFalse]);
  const { values } = context.program;
  const sides = [values.get(node.left)?.type, values.get(node.right)?.type].map(booleanOf);
  const type = isRefused(context, node.left)
    ? types.unknown
    : (sides.find((side) => side.kind === "unknown") ?? types.boolean);
  return { type, origins: values.get(node)?.origins ?? 0 };
};

/** The left side is no boolean, and that is said: what else does not fit follows from it. */
function isRefused(context: Context, left: Expression): boolean {
  const kind = context.program.values.get(left)?.type.kind ?? "unknown";
  return kind !== "boolean" && kind !== "unknown";
}

function unread(context: Context, node: Expression): Outcome {
  const mark = context.flow.mark();
  context.expression(node);
  const change = context.flow.take(mark);
  return { whenTrue: change, whenFalse: change };
}

/** What holds after the whole, for each of its two outcomes. A long chain leans to the left and is gone down in a loop. */
export function testLogical(context: Context, node: LogicalExpression): Outcome {
  const spine: LogicalExpression[] = [node];
  for (let at = node.left; at.kind === "logical"; at = at.left) spine.push(at);
  let left = context.test((spine.at(-1) ?? node).left);
  for (let at = spine.length - 1; at >= 0; at -= 1) {
    const each = spine[at];
    if (each === undefined) break;
    const goesOn = each.operator === "&&" ? left.whenTrue : left.whenFalse;
    const mark = context.flow.mark();
    const reached = context.flow.reached;
    context.flow.apply({ ...goesOn, reached: true });
    const right = isRefused(context, each.left) ? unread(context, each.right) : context.test(each.right);
    context.flow.take(mark);
    context.flow.reached = reached;
    const whenTrue = sequence(goesOn, right.whenTrue);
    const whenFalse = sequence(goesOn, right.whenFalse);
    left =
      each.operator === "&&"
        ? { whenTrue, whenFalse: meet([left.whenFalse, whenFalse], context.flow) }
        : { whenTrue: meet([left.whenTrue, whenTrue], context.flow), whenFalse };
    const { values, graph } = context.program;
    const origins = graph.join(values.get(each.left)?.origins ?? 0, values.get(each.right)?.origins ?? 0);
    values.set(each, { type: types.boolean, origins });
  }
  return left;
}
