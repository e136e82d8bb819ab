/** The functions of monitors and of `when`: nobody but the watch calls them (language 6). */

import type { MonitorStatement, WhenStatement } from "../syntax/index.ts";
import { line, type Scope } from "./context.ts";
import { functionScope, withTemporaries } from "./scopes.ts";

/** `async ($, values…) => { … }`. */
export function emitWatched(
  outer: Scope,
  node: MonitorStatement | WhenStatement,
  name: string,
  values: readonly string[],
  body: (scope: Scope) => string,
): string {
  const scope = functionScope(outer, name, undefined, outer.unit.program.functions.get(node));
  const status = scope.status === null ? "" : line(scope, `let ${scope.status} = 0;`);
  const code = withTemporaries(scope, body(scope));
  return `async (${["$", ...values].join(", ")}) => {\n${status}${code}${"  ".repeat(outer.depth)}}`;
}
