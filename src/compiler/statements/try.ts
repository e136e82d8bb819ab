/** `try … catch (IOFault f) … finally …` (language 5). */

import { raise } from "../../records/index.ts";
import type { CatchClause, TryStatement } from "../../syntax/index.ts";
import { emitStatements } from "../block.ts";
import { at, deeper, line, type Scope, use } from "../context.ts";
import { countWay } from "../counting.ts";
import { quote } from "../literals.ts";

export function emitTry(scope: Scope, node: TryStatement): string {
  const inside = deeper(scope);
  // Language 4: no status style in the body of a `try`.
  const body = emitStatements({ ...inside, style: raise, policy: raise }, node.body.statements);
  let text = line(scope, `${at(scope, node)}try {`) + body;
  if (node.catches.length > 0) text += emitCatches(scope, node.catches);
  if (node.finalizer !== undefined)
    text += line(scope, "} finally {") + emitStatements(inside, node.finalizer.statements);
  return text + line(scope, "}");
}

/** The first clause whose name fits takes the fault; where none does it goes on. */
function emitCatches(scope: Scope, clauses: readonly CatchClause[]): string {
  const inside = deeper(scope);
  let text = line(scope, "} catch ($e) {") + line(inside, `const $f = ${use(scope, "caught")}($, $e);`);
  let head = "";
  for (const clause of clauses) {
    const test = `if (${use(scope, "matches")}($f, ${quote(clause.type.name)})) {`;
    text += line(inside, at(scope, clause) + head + test) + emitClause(deeper(inside), clause);
    head = "} else ";
  }
  return text + line(inside, "} else throw $e;");
}

function emitClause(scope: Scope, clause: CatchClause): string {
  const symbol = scope.unit.program.symbols.get(clause.name);
  const name = symbol === undefined ? undefined : scope.unit.names.of(symbol);
  let text = name === undefined ? "" : line(scope, `let ${name} = $f;`);
  text += line(scope, `${use(scope, "handled")}($, $f);`);
  if (scope.status !== null) text += line(scope, `${scope.status} = ${use(scope, "statusOf")}($f);`);
  return text + countWay(scope, clause, "catch") + emitStatements(scope, clause.body.statements);
}
