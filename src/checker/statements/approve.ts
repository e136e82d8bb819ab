/** `approve ROLE "question" timeout 10m` (language 6). */

import { types } from "../../records/index.ts";
import type { ApproveStatement } from "../../syntax/index.ts";
import type { StatementCheck } from "../context.ts";
import { expect, expectTime } from "../values.ts";

export const checkApprove: StatementCheck<ApproveStatement> = (context, node) => {
  context.state.waits = true;
  expect(context, node.question, types.String);
  if (node.timeout !== undefined) expectTime(context, node.timeout);
};
