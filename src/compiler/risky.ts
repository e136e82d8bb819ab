/** `@Risky("why")` ahead of a statement: while it runs, its flow is marked, and what it starts says so in its records (language 5). */

import { coreOf, type Statement } from "../syntax/index.ts";
import { deeper, line, type Scope, use } from "./context.ts";
import { braced } from "./scopes.ts";

export function isRisky({ annotations }: Statement): boolean {
  return annotations?.some(({ name }) => name.name === "Risky") === true;
}

type Emitter = (scope: Scope, node: Statement) => string;

/** The statement between two calls; a variable that it declares is declared ahead of them. A function is so whenever it runs. */
export function emitRisky(scope: Scope, node: Statement, emit: Emitter): string {
  if (node.kind === "function" || node.kind === "class") return emit(scope, node);
  const name = declaredName(scope, node);
  const code = emit(deeper(scope), node);
  if (name === undefined) return aroundRisk(scope, code);
  const declaration = new RegExp(`\\b(?:let|const) (?=${name.replaceAll("$", "\\$")}\\b)`);
  return line(scope, `let ${name};`) + aroundRisk(scope, code.replace(declaration, ""));
}

/** Lines, one level deeper than the scope, between the two calls. */
export function aroundRisk(scope: Scope, body: string): string {
  const enter = line(scope, `${use(scope, "enterRisk")}($);`);
  const leave = line(deeper(scope), `${use(scope, "leaveRisk")}($);`);
  return enter + line(scope, "try {") + body + braced(scope, "} finally ", leave);
}

/** The JavaScript variable of a declaration that is not the file's own. */
function declaredName(scope: Scope, node: Statement): string | undefined {
  const core = coreOf(node);
  if (core.kind !== "variable") return undefined;
  const symbol = scope.unit.program.symbols.get(core.name);
  return symbol === undefined || symbol.global ? undefined : scope.unit.names.of(symbol);
}
