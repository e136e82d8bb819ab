/** `throw UserFault("why")`, `throw f`. */

import { showType, types } from "../../records/index.ts";
import type { ThrowStatement } from "../../syntax/index.ts";
import type { StatementCheck } from "../context.ts";
import { isFault } from "../types/relations.ts";
import { present } from "../values.ts";

export const checkThrow: StatementCheck<ThrowStatement> = (context, node) => {
  const value = context.expression(node.value, types.unknown);
  const type = present(context, node.value, value);
  if (type.kind !== "unknown" && !isFault(type)) context.report("DS2307", node.value, { type: showType(type) });
  context.flow.reached = false;
};
