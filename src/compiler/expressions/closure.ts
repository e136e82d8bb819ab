/** `(int x) => x + 1`, `(String s) => { … }` (language 5). */

import type { SiteArgument } from "../../records/index.ts";
import type { ClosureExpression } from "../../syntax/index.ts";
import { atom } from "../atom.ts";
import { emitStatements } from "../block.ts";
import { deeper, expression, line, type Scope } from "../context.ts";
import { parameterName, shownValue, withFrame } from "../frames.ts";
import { declareStatus, functionScope, withTemporaries } from "../scopes.ts";

/** `function $closure($, $site, x) { … }`: the flow, the place of the call, then the parameters; an arrow where nothing in it can fail. */
export function emitClosure(outer: Scope, node: ClosureExpression): string {
  const scope = functionScope(outer, outer.function, outer.symbol, outer.unit.program.functions.get(node));
  const list = ["$", "$site", ...node.parameters.map((parameter) => parameterName(scope, parameter))].join(", ");
  const wait = scope.waits ? "async " : "";
  const framed = deeper(scope);
  const value = node.body.kind === "block" ? undefined : expression(framed, node.body);
  const isPlain = scope.status === null && scope.frame.temporaries.length === 0 && value?.includes("(") === false;
  if (value !== undefined && isPlain) return `${wait}(${list}) => ${atom(value)}`;
  const shown = node.parameters.map((parameter) => shownValue(framed, parameter));
  const body =
    shown.map((each) => each.copy).join("") +
    (node.body.kind === "block" ? emitStatements(framed, node.body.statements) : line(framed, `return ${value};`));
  const values = shown.map((each) => each.name);
  const whole = withFrame(scope, body, values, { site: String(closureSite(outer, node)), call: "$site" });
  return `${wait}function $closure(${list}) {\n${declareStatus(scope)}${withTemporaries(scope, whole)}${"  ".repeat(outer.depth)}}`;
}

/** What a trace says of it: where it stands, and its parameters. */
function closureSite(scope: Scope, node: ClosureExpression): number {
  const { symbols, types } = scope.unit.program;
  const type = types.get(node);
  const list = node.parameters.map((parameter, index): SiteArgument => {
    const known = symbols.get(parameter.name);
    const declared = type?.kind === "function" ? type.parameters[index] : undefined;
    const base = {
      name: parameter.name.name,
      type: known?.type ?? declared ?? ({ kind: "unknown" } as const),
      origins: known?.origins ?? 0,
    };
    return known?.secret === true ? { ...base, secret: true } : base;
  });
  return scope.unit.sites.index({
    file: scope.file,
    node,
    function: "closure",
    api: "closure",
    arguments: list,
  });
}
