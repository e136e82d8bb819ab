/** A list of commands as a statement (language 3, 4). */

import type { CommandStatement } from "../../syntax/index.ts";
import { emitGroup, emitJobBody, isAlone } from "../commands/body.ts";
import { emitListEffect } from "../commands/list.ts";
import { at, markedLine, type Scope, site, use } from "../context.ts";

export function emitCommand(scope: Scope, node: CommandStatement): string {
  const { list } = node;
  if (list.background) {
    const start = `${at(scope, node)}${use(scope, "job")}($, ${site(scope, list, "&")}, ${emitJobBody(scope, list)}${isAlone(list) ? ", true" : ""});`;
    return markedLine(scope, node, scope.status === null ? start : `${start} ${scope.status} = 0;`);
  }
  const manner = { how: "run", policy: scope.policy } as const;
  return markedLine(scope, node, `${emitListEffect(scope, list, manner, emitGroup)};`);
}
