/** `@Risky("why")` ahead of a statement: while it runs, its flow is marked, and what it starts says so in its records (language 5). */

import type { Statement } from "../syntax/index.ts";
import { deeper, line, type Scope, use } from "./context.ts";
import { braced } from "./scopes.ts";

export function isRisky({ annotations }: Statement): boolean {
  return annotations?.some(({ name }) => name.name === "Risky") === true;
}

type Emitter = (scope: Scope, node: Statement) => string;

/** The statement between two calls; a variable that it declares is declared ahead of them. */
export function emitRisky(scope: Scope, node: Statement, emit: Emitter): string {
  const name = declaredName(scope, node);
  const inside = deeper(scope);
  const code = emit(inside, node);
  const body =
    name === undefined ? code : code.replace(new RegExp(`\\b(?:let|const) (?=${name.replaceAll("$", "\\$")}\\b)`), "");
  const end = line(deeper(scope), `${use(scope, "leaveRisk")}($);`);
  return (
    (name === undefined ? "" : line(scope, `let ${name};`)) +
    line(scope, `${use(scope, "enterRisk")}($);`) +
    line(scope, "try {") +
    body +
    braced(scope, "} finally ", end)
  );
}

/** The JavaScript variable of a declaration that is not the file's own. */
function declaredName(scope: Scope, node: Statement): string | undefined {
  if (node.kind !== "variable") return undefined;
  const symbol = scope.unit.program.symbols.get(node.name);
  return symbol === undefined || symbol.global ? undefined : scope.unit.names.of(symbol);
}
