/** What loops share: what their body assigns is not known at their start, and jumps lead to their end. */

import type { Context } from "../context.ts";
import type { JumpTarget } from "../function-state.ts";
import type { Stretch } from "../names/assigner.ts";
import type { FlowChange } from "./state.ts";

/** Forgets what a stretch that runs again, or runs in part, may change. */
export function widenAssigned(context: Context, stretch: Stretch): void {
  for (const name of context.file.assignments.byStretch.get(stretch) ?? []) {
    const symbol = context.program.symbols.get(name);
    if (symbol !== undefined) context.flow.widen(symbol);
  }
}

/** Checks a loop's body; gives the ways to its end and the ways out of it, both seen from here. */
export function checkLoop(
  context: Context,
  run: () => void,
): { readonly ends: readonly FlowChange[]; readonly breaks: readonly FlowChange[] } {
  const target: JumpTarget = { kind: "loop", mark: context.flow.mark(), breaks: [], continues: [] };
  context.state.jumps.push(target);
  run();
  context.state.jumps.pop();
  const end = context.flow.take(target.mark);
  return { ends: [end, ...target.continues], breaks: target.breaks };
}
