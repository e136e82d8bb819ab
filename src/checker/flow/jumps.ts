/** Where `break` and `continue` lead: to the innermost loop or switch, never out of a part that must end by itself. */

import type { NodeBase } from "../../syntax/index.ts";
import type { Context } from "../context.ts";
import type { JumpTarget } from "../function-state.ts";
import { unchanged } from "./state.ts";

/** The target of a jump; that there is none is reported. */
export function findTarget(
  context: Context,
  node: NodeBase,
  keyword: "break" | "continue",
): Exclude<JumpTarget, { kind: "barrier" }> | undefined {
  const { jumps } = context.state;
  for (let at = jumps.length - 1; at >= 0; at -= 1) {
    const target = jumps[at];
    if (target === undefined) break;
    if (target.kind === "barrier") {
      context.report("DS2309", node, { keyword, place: target.place });
      // So that the loop's end counts as reached: one error a cause.
      for (const outer of jumps) if (outer.kind !== "barrier" && keyword === "break") outer.breaks.push(unchanged);
      return undefined;
    }
    if (keyword === "break" || target.kind === "loop") return target;
  }
  context.report("DS2303", node, { keyword });
  return undefined;
}
