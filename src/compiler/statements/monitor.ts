/** `monitor NAME every 10s { … return e }`: a function that `dscript watch` calls once a period (language 6). */

import { showType, types } from "../../records/index.ts";
import type { MonitorStatement } from "../../syntax/index.ts";
import { emitStatements } from "../block.ts";
import { properties } from "../blocks.ts";
import { deeper, expression, line, type Scope, site } from "../context.ts";
import { quote } from "../literals.ts";
import { emitWatched } from "../watched.ts";

/** The runtime's MonitorParts, as an element of its list. */
export function emitMonitor(outer: Scope, node: MonitorStatement): string {
  const scope = deeper(outer);
  const type = outer.unit.program.symbols.get(node.name)?.type ?? types.unknown;
  const list = properties(scope, {
    site: String(site(outer, node, "monitor")),
    name: quote(node.name.name),
    every: expression(scope, node.every),
    type: quote(showType(type)),
    look: emitWatched(scope, node, node.name.name, [], (inner) => emitStatements(inner, node.body.statements)),
  });
  return line(outer, "{") + list + line(outer, "},");
}
