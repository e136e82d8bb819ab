/** In whose scope of the D-Case a statement stands: that of the goal, or strategy, around it (language 10). */

import type { Context } from "../context.ts";

/** "root": of no goal around it, so of the goal that all others support. "unknown": what was named is not there, which is said. */
export type CaseScope = { readonly uid: string } | "root" | "unknown";

/** Runs `run` in the scope of a node. */
export function withinCase(context: Context, scope: CaseScope, run: () => void): void {
  const outer = context.caseScope;
  context.caseScope = scope;
  run();
  context.caseScope = outer;
}
