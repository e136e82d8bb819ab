/** How short, how long and how often: periods and caps whose numbers stand in the text (language 6). */

import { type WatchClause, watchBounds } from "../../records/index.ts";
import { type Expression, literalValue } from "../../syntax/index.ts";
import type { Context } from "../context.ts";

/** Reports a literal that is out of its bounds; what is computed is judged when the watch begins. */
export function demandBounds(context: Context, node: Expression, clause: WatchClause): void {
  const value = literalValue(node);
  const { least, most, says } = watchBounds[clause];
  if (typeof value === "number" && (value < least || value > most))
    context.report("DS2618", node, { clause, expected: says });
}
