/** `notify ROLE, … "text"` (language 6). */

import { types } from "../../records/index.ts";
import type { NotifyStatement } from "../../syntax/index.ts";
import type { StatementCheck } from "../context.ts";
import { demandRole } from "../tasks/roles.ts";
import { expect } from "../values.ts";

export const checkNotify: StatementCheck<NotifyStatement> = (context, node) => {
  context.state.waits = true;
  for (const role of node.roles) demandRole(context, role);
  expect(context, node.message, types.String);
};
