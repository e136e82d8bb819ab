/** `defer { … }`: runs when the block is left, so what is known here need not hold then. */

import type { DeferStatement } from "../../syntax/index.ts";
import { apart, type StatementCheck } from "../context.ts";

export const checkDefer: StatementCheck<DeferStatement> = (context, node) => {
  const { flow } = context;
  flow.depth += 1;
  const { reached } = flow;
  apart(context, "`defer`", () => context.block(node.body.statements));
  flow.reached = reached;
  flow.depth -= 1;
};
