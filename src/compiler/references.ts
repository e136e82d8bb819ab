/** What names stand for: variables, functions as values, ARGV, the environment (language 3). */

import type { Symbol as ScriptSymbol } from "../checker/index.ts";
import type { Expression, MemberExpression, NameExpression, NodeBase } from "../syntax/index.ts";
import { callSite } from "./calls.ts";
import { type Scope, site, use } from "./context.ts";
import { quote } from "./literals.ts";

/** The value of a name or of a qualified name; undefined where the node is an access to a value's property. */
export function emitReference(scope: Scope, node: NameExpression | MemberExpression): string | undefined {
  const reference = scope.unit.program.references.get(node);
  switch (reference?.kind) {
    case "symbol":
      return emitSymbol(scope, reference.symbol, node);
    case "argv":
      return `${use(scope, "argv")}($)`;
    case "script":
      return `${use(scope, "scriptPath")}(${scope.file})`;
    case "script-directory":
      return `${use(scope, "scriptDirectory")}(${scope.file})`;
    case "environment":
      return reference.optional
        ? `${use(scope, "environmentOptional")}($, ${quote(reference.name)})`
        : `${use(scope, "environment")}($, ${quote(reference.name)}, ${site(scope, node, `env.${reference.name}`)})`;
    case "field":
    case "property":
    case undefined:
      return undefined;
  }
}

function emitSymbol(scope: Scope, symbol: ScriptSymbol, node: NodeBase): string {
  const name = scope.unit.names.of(symbol);
  if (symbol.kind !== "function") return name;
  // As a value it is called like a closure; its frame needs a site of its own, the one where it was named.
  return `($, _site, ...values) => ${name}($, ${callSite(scope, node, symbol, [])}, ...values)`;
}

/** Whether the expression is ARGV itself. */
export function isArgv(scope: Scope, node: Expression): boolean {
  return scope.unit.program.references.get(node)?.kind === "argv";
}
