/** A use of a syntax as a value: what it stands for gives its type and origins. */

import type { ExtensionExpression } from "../../syntax/index.ts";
import type { ExpressionCheck } from "../context.ts";
import { checkUse } from "../extensions.ts";

export const checkExtensionExpression: ExpressionCheck<ExtensionExpression> = (context, node, wanted) =>
  checkUse(context, node, () => context.expression(node.lowered, wanted));
