/** `when (CONDITION) at most 2 per 1h { … }` (language 6). */

import { types } from "../../records/index.ts";
import type { WhenStatement } from "../../syntax/index.ts";
import type { StatementCheck } from "../context.ts";
import { isAtTop } from "../tasks/placed.ts";
import { expect } from "../values.ts";

export const checkWhen: StatementCheck<WhenStatement> = (context, node) => {
  isAtTop(context, node, "when");
  if (node.atMost !== undefined) {
    expect(context, node.atMost.times, types.int);
    expect(context, node.atMost.per, types.Duration, "a time is written as `10s`, `5m`, `500ms`");
  }
};
