/** `@{KEY}`: of the type that its place asks for, and checked against that ahead of the run (language 10). */

import { Origin, type Type, types } from "../../records/index.ts";
import type { ContextValueExpression, Expression } from "../../syntax/index.ts";
import { readsAs, statedValue } from "../case/values.ts";
import type { Context, ExpressionCheck } from "../context.ts";
import type { Term } from "../origins/graph.ts";
import { writtenText } from "../origins/places.ts";
import { optional, withoutNull } from "../types/relations.ts";
import { unknownValue } from "../values.ts";

export const checkContextValue: ExpressionCheck<ContextValueExpression> = (context, node, wanted) => {
  const stated = statedValue(context, node, wanted);
  if (stated === undefined) return unknownValue;
  if (stated === "unstated") {
    context.program.contextValues.set(node, null);
    return { type: optional(wanted ?? types.String), origins: Origin.agreed };
  }
  const { type, constant } = stated;
  context.program.contextValues.set(node, constant);
  return { type, origins: originsOf(constant) };
};

/** The stakeholders have agreed on it; of a path it is known where that leads. */
function originsOf(constant: unknown): Term {
  if (typeof constant !== "string") return Origin.agreed;
  return (writtenText(constant) & ~Origin.literal) | Origin.agreed;
}

/** What a value beside an operator is wanted as, by the type of the other side; undefined where it is no context's. */
export function wantedBeside(context: Context, node: Expression, other: Type, operator: string): Type | undefined {
  if (node.kind !== "context-value") return undefined;
  switch (other.kind) {
    case "int":
    case "float": {
      const found = measured(context, node);
      const isScaled = operator === "*" || operator === "/";
      return found === types.float || (isScaled && found !== undefined) ? found : other;
    }
    case "Duration":
    case "Size":
      return operator === "*" && readsAs(context, node, types.float) ? types.float : other;
    case "boolean":
      return types.boolean;
    default:
      return undefined;
  }
}

/** What a sign stands ahead of. */
export function wantedOfSign(context: Context, node: Expression, wanted: Type | undefined): Type | undefined {
  if (node.kind !== "context-value") return undefined;
  const base = wanted === undefined ? undefined : withoutNull(wanted);
  return measures.some(({ kind }) => kind === base?.kind) ? base : measured(context, node);
}

const measures: readonly Type[] = [types.int, types.float, types.Duration, types.Size];

/** The number or measure that a value reads as. */
function measured(context: Context, node: ContextValueExpression): Type | undefined {
  return measures.find((type) => readsAs(context, node, type));
}
