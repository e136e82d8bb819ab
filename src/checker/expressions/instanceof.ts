/** `e instanceof T`: of objects and of faults, whose tests narrow variables (language 5). */

import { faultClasses, isSubclass, showType, type Type, types } from "../../records/index.ts";
import type { InstanceofExpression } from "../../syntax/index.ts";
import type { Context, ExpressionCheck } from "../context.ts";
import type { Value } from "../program-state.ts";
import { isFault, isUnknown, sameType, withoutNull } from "../types/relations.ts";
import { resolveType } from "../types/resolve.ts";
import { shownApart, textOf, unknownValue } from "../values.ts";

export const checkInstanceof: ExpressionCheck<InstanceofExpression> = (context, node) => {
  const value = negated(context, node) ?? context.expression(node.left);
  const target = resolveType(context, node.type);
  if (!isUnknown(target)) judge(context, node, value, target);
  return { type: types.boolean, origins: value.origins };
};

/** `!x instanceof T` asks whether a boolean is one: said, and read as what is meant. */
function negated(context: Context, node: InstanceofExpression): Value | undefined {
  const { left } = node;
  if (left.kind !== "unary" || left.operator !== "!" || context.file.script.parenthesized.has(left)) return undefined;
  context.report("DS2416", node, {
    problem: "`!` binds tighter than `instanceof`, and a boolean is no object",
    hint: `write \`!(${textOf(context, left.operand)} instanceof ${textOf(context, node.type)})\``,
  });
  context.expression(left.operand);
  return unknownValue;
}

function judge(context: Context, node: InstanceofExpression, value: Value, target: Type): void {
  if (target.kind !== "class" && !isFault(target)) {
    context.report("DS2416", node.type, {
      problem: `\`instanceof\` asks for a class or a fault, and \`${showType(target)}\` is neither`,
      hint:
        target.kind === "optional"
          ? "write the class without its `?`: null is an object of no class"
          : "other types are known ahead of a run",
    });
    return;
  }
  context.program.targets.set(node, target);
  const from = withoutNull(value.type);
  if (isUnknown(from)) return;
  const isCertain = isAlways(from, target);
  if (isCertain && value.type.kind !== "optional")
    context.report("DS7009", node, { found: showType(from), target: showType(target) });
  else if (!isCertain && isNever(from, target)) reportNever(context, node, from, target);
}

function reportNever(context: Context, node: InstanceofExpression, from: Type, target: Type): void {
  const { found, expected } = shownApart(from, target);
  context.report("DS2416", node, { problem: `a value of type ${found} is never of type ${expected}` });
}

/** Whether every value of the one type is of the other. */
function isAlways(from: Type, target: Type): boolean {
  if (from.kind === "class" && target.kind === "class") return isSubclass(from.of, target.of);
  return isFault(from) && isFault(target) && (sameType(from, target) || nameOf(target) === "Fault");
}

function isNever(from: Type, target: Type): boolean {
  if (from.kind === "class" && target.kind === "class") return !isSubclass(target.of, from.of);
  if (!isFault(from) || !isFault(target)) return true;
  if (nameOf(from) === "Fault") return false;
  // A kind says what happened, a class who can remove it: one fault has both.
  return isFaultClass(from) === isFaultClass(target);
}

function nameOf(type: Type): string {
  return type.kind === "object" ? type.name : "";
}

function isFaultClass(type: Type): boolean {
  return faultClasses.some((each) => each === nameOf(type));
}
