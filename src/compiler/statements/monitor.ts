/** `monitor NAME every 10s { … return e }`: a function that `dscript watch` calls once a period (language 6). */

import { showType, types } from "../../records/index.ts";
import type { MonitorStatement } from "../../syntax/index.ts";
import { emitStatements } from "../block.ts";
import { properties } from "../blocks.ts";
import { siteArgument } from "../calls.ts";
import { deeper, expression, line, type Scope } from "../context.ts";
import { quote } from "../literals.ts";
import { emitWatched } from "../watched.ts";

/** The runtime's MonitorParts, as an element of its list. */
export function emitMonitor(outer: Scope, node: MonitorStatement): string {
  const scope = deeper(outer);
  const { name } = node.name;
  const type = outer.unit.program.symbols.get(node.name)?.type ?? types.unknown;
  const place = outer.unit.sites.index({
    file: outer.file,
    node,
    function: name,
    api: "monitor",
    arguments: [siteArgument(outer, "every", node.every)],
  });
  const list = properties(scope, {
    site: String(place),
    name: quote(name),
    every: expression(scope, node.every),
    type: quote(showType(type)),
    look: emitWatched(scope, node, name, [], (inner) => emitStatements(inner, node.body.statements)),
  });
  return line(outer, "{") + list + line(outer, "},");
}
