/** `$?` and `$!` (language 3). */

import type { LastJobExpression, StatusExpression } from "../../syntax/index.ts";
import { type Scope, site, use } from "../context.ts";

export function emitStatus(scope: Scope, _node: StatusExpression): string {
  return scope.status ?? "0";
}

export function emitLastJob(scope: Scope, node: LastJobExpression): string {
  return `${use(scope, "lastJob")}($, ${site(scope, node, "$!")})`;
}
