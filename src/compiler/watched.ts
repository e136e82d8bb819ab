/** The functions of monitors and of `when`: nobody but the watch calls them (language 6). */

import type { MonitorStatement, WhenStatement } from "../syntax/index.ts";
import type { Scope } from "./context.ts";
import { arrow, declareStatus, functionScope } from "./scopes.ts";

/** `async ($, values…) => { … }`. */
export function emitWatched(
  outer: Scope,
  node: MonitorStatement | WhenStatement,
  name: string,
  values: readonly string[],
  body: (scope: Scope) => string,
): string {
  const scope = functionScope(outer, name, undefined, outer.unit.program.functions.get(node));
  return arrow(scope, body(scope), ["$", ...values].join(", "), declareStatus(scope));
}
