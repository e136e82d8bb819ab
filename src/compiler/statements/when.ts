/** `when (CONDITION) at most 2 per 1h { … }`: two functions of the values of the monitors that it names (language 6). */

import type { Symbol as ScriptSymbol } from "../../checker/index.ts";
import type { WhenStatement } from "../../syntax/index.ts";
import { emitStatements } from "../block.ts";
import { properties } from "../blocks.ts";
import { siteArgument } from "../calls.ts";
import { emitCondition } from "../condition.ts";
import { at, deeper, expression, line, type Scope } from "../context.ts";
import { quote } from "../literals.ts";
import { emitWatched } from "../watched.ts";

/** The runtime's WhenParts, as an element of its list; `monitors` are those of the file, in order. */
export function emitWhen(outer: Scope, node: WhenStatement, monitors: readonly ScriptSymbol[]): string {
  const scope = deeper(outer);
  const { program, names } = outer.unit;
  const seen = program.whens.get(node);
  // The check refuses one that nothing limits.
  if (node.atMost === undefined || seen === undefined) return "";
  const { condition, all } = seen;
  const { times, per } = node.atMost;
  const indices = (symbols: readonly ScriptSymbol[]): string =>
    `[${symbols.map((symbol) => monitors.indexOf(symbol)).join(", ")}]`;
  const values = all.map((symbol) => names.of(symbol));
  const place = outer.unit.sites.index({
    file: outer.file,
    node,
    function: "when",
    api: "when",
    arguments: [siteArgument(outer, "times", times), siteArgument(outer, "per", per)],
  });
  const list = properties(scope, {
    site: String(place),
    text: quote(conditionText(outer, node)),
    judgedBy: indices(condition),
    named: indices(all),
    times: expression(scope, times),
    per: expression(scope, per),
    condition: emitWatched(scope, node, "when", values, (inner) =>
      line(inner, `return ${at(inner, node.condition)}${emitCondition(inner, node.condition)};`),
    ),
    body: emitWatched(scope, node, "when", values, (inner) => emitStatements(inner, node.body.statements)),
  });
  return line(outer, "{") + list + line(outer, "},");
}

function conditionText({ unit, file }: Scope, { condition }: WhenStatement): string {
  const text = unit.program.files[file]?.source.text ?? "";
  return text.slice(condition.start, condition.end).replace(/\s+/g, " ").trim();
}
