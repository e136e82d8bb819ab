/** In whose scope of the D-Case a statement stands: that of the goal, or strategy, around it (language 10). */

import type { CaseScope, Context } from "../context.ts";

/** Runs `run` in the scope of a node. */
export function withinCase(context: Context, scope: CaseScope, run: () => void): void {
  const outer = context.caseScope;
  context.caseScope = scope;
  run();
  context.caseScope = outer;
}
