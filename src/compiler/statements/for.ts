/** `for (init; condition; step) { … }` (language 5). */

import type { Expression, ForStatement, UpdateExpression } from "../../syntax/index.ts";
import { isBare } from "../chunks.ts";
import { deeper, expression, line, type Scope, typeOf } from "../context.ts";
import { countTruth } from "../counting.ts";
import { emitUpdate } from "../expressions/update.ts";
import { emitLoop } from "../loops.ts";
import { braced } from "../scopes.ts";

export function emitFor(scope: Scope, node: ForStatement): string {
  const loop = { node, condition: node.condition, steps: node.step, body: node.body };
  const inside = deeper(scope);
  const isChunked = scope.waits && isBare(scope, loop);
  const init = emitInit(scope, node);
  const code = (scope: Scope) => {
    const condition =
      node.condition === undefined ? "" : countTruth(scope, node.condition, expression(scope, node.condition));
    const step = node.step.map((each) => emitStep(scope, node, each)).join(", ");
    const head = `for (${isChunked ? "" : init};${condition === "" ? "" : ` ${condition}`};${step === "" ? "" : ` ${step}`})`;
    return { condition: condition === "" ? "true" : condition, step, head };
  };
  if (!isChunked) return emitLoop(scope, loop, code);
  return init === ""
    ? emitLoop(scope, loop, code)
    : braced(scope, "", line(inside, `${init};`) + emitLoop(inside, loop, code));
}

function emitInit(scope: Scope, { init }: ForStatement): string {
  if (init === undefined) return "";
  if (init.kind === "expression") return expression(scope, init.expression);
  const symbol = scope.unit.program.symbols.get(init.name);
  if (symbol === undefined) return "";
  const name = scope.unit.names.of(symbol);
  return init.value === undefined ? `let ${name}` : `let ${name} = ${expression(scope, init.value)}`;
}

function emitStep(scope: Scope, node: ForStatement, step: Expression): string {
  if (step.kind !== "update") return expression(scope, step);
  return isBounded(scope, node, step)
    ? `${expression(scope, step.target)}${step.operator}`
    : emitUpdate(scope, step, false);
}

/**
 * Whether a counter cannot leave the range of int: the loop goes on only below (above) an int, and nothing but the step
 * changes it. Then JavaScript's own `++` is exact.
 */
function isBounded(scope: Scope, node: ForStatement, step: UpdateExpression): boolean {
  const reference = scope.unit.program.references.get(step.target);
  if (reference?.kind !== "symbol" || typeOf(scope, step.target).kind !== "int") return false;
  const assigners = scope.unit.assigned.get(reference.symbol.declaration) ?? [];
  if (assigners.length !== 1 || assigners[0] !== step || reference.symbol.global) return false;
  let first = node.condition;
  while (first?.kind === "logical" && first.operator === "&&") first = first.left;
  if (first?.kind !== "binary" || typeOf(scope, first.right).kind !== "int") return false;
  const left = scope.unit.program.references.get(first.left);
  if (left?.kind !== "symbol" || left.symbol !== reference.symbol) return false;
  const [strict, loose] = step.operator === "++" ? ["<", "<="] : [">", ">="];
  return (
    first.operator === strict ||
    (first.operator === loose && first.right.kind === "int" && first.right.value < 2 ** 53 - 1)
  );
}
