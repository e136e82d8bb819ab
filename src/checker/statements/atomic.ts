/** `atomic (PATH, …) { … } confirm { … }` (language 6). */

import { types } from "../../records/index.ts";
import type { AtomicStatement } from "../../syntax/index.ts";
import { barrier, guarded, type StatementCheck } from "../context.ts";
import { widenAssigned } from "../flow/loops.ts";
import { expect } from "../values.ts";

export const checkAtomic: StatementCheck<AtomicStatement> = (context, node) => {
  context.state.waits = true;
  for (const path of node.paths) expect(context, path, types.String);
  widenAssigned(context, node);
  const { confirm } = node;
  // A failure that does not raise would be committed.
  guarded(context, () => {
    context.block(node.body.statements);
    if (confirm !== undefined) barrier(context, "`confirm`", () => context.block(confirm.statements));
  });
};
