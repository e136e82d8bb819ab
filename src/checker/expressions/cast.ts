/** `(T)e`: down to a class that extends the value's, and between int and float (language 5). */

import { isSubclass, showType, type Type, types } from "../../records/index.ts";
import type { CastExpression, Expression } from "../../syntax/index.ts";
import type { Context, ExpressionCheck } from "../context.ts";
import { isFault, isNumber, isUnknown, prints, sameType, withoutNull } from "../types/relations.ts";
import { resolveType } from "../types/resolve.ts";
import { asText, present, shownApart, textOf, widen } from "../values.ts";

export const checkCast: ExpressionCheck<CastExpression> = (context, node) => {
  const target = resolveType(context, node.type);
  const value = context.expression(node.operand);
  const result = { type: target, origins: value.origins };
  const keepsNull = target.kind === "optional" && (value.type.kind === "optional" || value.type.kind === "null");
  if (keepsNull && value.type.kind === "null") return result;
  const from = keepsNull ? withoutNull(value.type) : present(context, node.operand, value);
  const to = withoutNull(target);
  if (isUnknown(from) || isUnknown(to)) return result;
  if (sameType(from, to)) {
    context.report("DS7010", node, { type: showType(from) });
    return result;
  }
  if (from.kind === "class" && to.kind === "class") {
    if (isSubclass(from.of, to.of)) return result;
    if (isSubclass(to.of, from.of)) {
      context.program.targets.set(node, to);
      return result;
    }
  }
  if (isNumber(from) && isNumber(to)) {
    if (to.kind === "int") context.program.targets.set(node, to);
    else widen(context, node.operand, from, to);
    return result;
  }
  context.report("DS2415", node, { ...shownApart(from, to), hint: hintFor(context, node.operand, from, to) });
  return { type: target, origins: value.origins };
};

function hintFor(context: Context, node: Expression, from: Type, to: Type): string | undefined {
  const text = textOf(context, node);
  if (to.kind === "String" && prints(from)) return `write it as a text: \`${asText(context, node)}\``;
  if (from.kind === "String" && isNumber(to)) return `read the number: \`${to.kind}.parse(${text})\``;
  if (from.kind === "String" && to.kind === "boolean") return `compare it: \`${text} == "true"\``;
  if (isNumber(from) && to.kind === "boolean") return `compare it: \`${text} != 0\``;
  if (from.kind === "boolean" && isNumber(to)) return `say what it counts: \`${text} ? 1 : 0\``;
  if (from.kind === "int" && to.kind === "Duration") return `multiply a Duration: \`${text} * 1s\``;
  if (from.kind === "int" && to.kind === "Size") return `multiply a Size: \`${text} * 1B\``;
  if (isFault(from) && isFault(to))
    return `test it, and it counts as one: \`if (${text} instanceof ${showType(to)}) { … }\``;
  if (from.kind === "class" && to.kind === "class") return "neither class extends the other";
  if (types.void === to) return undefined;
  return "a cast goes down to a class that extends the value's, and between int and float";
}
