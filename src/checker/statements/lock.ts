/** `lock "name" { … }`. */

import { types } from "../../records/index.ts";
import type { LockStatement } from "../../syntax/index.ts";
import type { StatementCheck } from "../context.ts";
import { expect } from "../values.ts";

export const checkLock: StatementCheck<LockStatement> = (context, node) => {
  context.state.waits = true;
  expect(context, node.name, types.String);
  context.block(node.body.statements);
};
