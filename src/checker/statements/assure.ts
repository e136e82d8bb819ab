/** `assure "goal" { … }`: a block in the scope of its goal (language 10). */

import type { AssureStatement } from "../../syntax/index.ts";
import { resolveReference } from "../case/references.ts";
import { withinCase } from "../case/scope.ts";
import type { StatementCheck } from "../context.ts";

export const checkAssure: StatementCheck<AssureStatement> = (context, node) => {
  const scope = resolveReference(context, node.goal, "assure");
  withinCase(context, scope, () => context.block(node.body.statements));
};
