/** An expression that stands alone: it should do something (DS7001, DS7004). */

import type { Expression, ExpressionStatement } from "../../syntax/index.ts";
import type { Context, StatementCheck } from "../context.ts";

export const checkExpressionStatement: StatementCheck<ExpressionStatement> = (context, node) => {
  const { expression } = node;
  const value = context.expression(expression);
  if (!hasEffect(expression)) {
    if (value.type.kind !== "unknown") context.report("DS7001", expression, {});
  } else if (expression.kind === "call") {
    const name = pureName(context, expression);
    if (name !== undefined) context.report("DS7004", expression, { name });
  }
};

function hasEffect(node: Expression): boolean {
  switch (node.kind) {
    case "call":
    case "assign":
    case "update":
    case "capture":
    case "error-expression":
      return true;
    case "logical":
    case "coalesce":
      return hasEffect(node.right);
    case "cast":
      return hasEffect(node.operand);
    case "conditional":
      return hasEffect(node.whenTrue) || hasEffect(node.whenFalse);
    default:
      return false;
  }
}

/** What has these in front gives values, and does nothing else. */
const pureOwners: ReadonlySet<string> = new Set([
  ...["String", "Math", "Path", "Time", "int", "float", "Duration", "Size", "Regex", "Match", "Json"],
  ...["Hash", "Base64", "Hex", "Url", "Random"],
]);
/** Arrays and maps give copies: only these change them, and give something. */
const changing: ReadonlySet<string> = new Set(["remove", "pop", "shift", "removeAt", "each"]);

/** The name of a library function that only gives a value; one that can fail may be called for that. */
function pureName(context: Context, node: Expression & { kind: "call" }): string | undefined {
  const target = context.program.calls.get(node);
  if (target?.kind !== "library") return undefined;
  const { signature } = target;
  // Nobody sorts for a fault.
  const isAsked = signature.fails === true && signature.name !== "sort" && signature.name !== "sortBy";
  if (signature.waits === true || signature.changes === true || isAsked) return undefined;
  if (signature.returns.kind === "void") return undefined;
  const owner = signature.key.split(".", 1)[0] ?? "";
  const isPure = pureOwners.has(owner) || ((owner === "[]" || owner === "Map") && !changing.has(signature.name));
  return isPure ? signature.name : undefined;
}
