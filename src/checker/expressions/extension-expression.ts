/** A use of a syntax as a value: what it stands for gives its type and origins. */

import type { ExtensionExpression } from "../../syntax/index.ts";
import type { ExpressionCheck } from "../context.ts";
import { askPackage, withinUse } from "../extensions.ts";

export const checkExtensionExpression: ExpressionCheck<ExtensionExpression> = (context, node, wanted) => {
  const value = withinUse(context, node, () => context.expression(node.lowered, wanted));
  askPackage(context, node);
  return value;
};
