/** `argue "goal" { strategy … }`: each strategy is a block of its own, which jumps do not leave (language 10). */

import type { ArgueStatement, Strategy } from "../../syntax/index.ts";
import { resolveReference } from "../case/references.ts";
import { withinCase } from "../case/scope.ts";
import { apart, type Context, guarded, type StatementCheck } from "../context.ts";
import type { FlowChange } from "../flow/state.ts";

export const checkArgue: StatementCheck<ArgueStatement> = (context, node) => {
  context.state.waits = true;
  const scope = resolveReference(context, node.goal, "argue");
  if (node.strategies.length === 0)
    context.report("DS3006", { start: node.start, end: node.start + "argue".length }, {});
  const of = (phase: Strategy["phase"]): readonly Strategy[] => node.strategies.filter((each) => each.phase === phase);
  withinCase(context, scope, () =>
    // A failure that does not raise would argue for the goal.
    guarded(context, () => {
      for (const each of of("pre")) context.flow.apply(checkStrategy(context, each));
      checkConcurrent(context, of("concurrent"));
      for (const each of of("post")) context.flow.apply(checkStrategy(context, each));
    }),
  );
};

function checkStrategy(context: Context, { phase, of, body }: Strategy): FlowChange {
  const scope = of === undefined ? context.caseScope : resolveReference(context, of, "strategy", "strategy");
  return apart(context, `\`strategy ${phase}\``, () =>
    withinCase(context, scope, () => context.block(body.statements)),
  );
}

/** What one of them finds out is not known in the others. */
function checkConcurrent(context: Context, strategies: readonly Strategy[]): void {
  const { beside } = context;
  context.beside = true;
  const ways = strategies.map((each) => checkStrategy(context, each));
  context.beside = beside;
  for (const way of ways) context.flow.apply(way);
}
