/** `@{KEY}`: what the D-Case states is a constant of the program (language 10). */

import type { ContextConstant } from "../../checker/index.ts";
import type { ContextValueExpression } from "../../syntax/index.ts";
import type { Scope } from "../context.ts";
import { numeral, quote } from "../literals.ts";

export function emitContextValue({ unit }: Scope, node: ContextValueExpression): string {
  return constantText(unit.program.contextValues.get(node) ?? null);
}

function constantText(value: ContextConstant): string {
  if (typeof value === "string") return quote(value);
  if (typeof value === "number") return numeral(value);
  if (typeof value === "boolean" || value === null) return String(value);
  return `[${value.map(constantText).join(", ")}]`;
}
