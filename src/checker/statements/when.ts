/** `when (CONDITION) at most 2 per 1h { … }`: in its place its cap alone is checked (language 6). */

import { types } from "../../records/index.ts";
import type { WhenStatement } from "../../syntax/index.ts";
import type { StatementCheck } from "../context.ts";
import { isAtTop } from "../tasks/placed.ts";
import { expect, expectTime } from "../values.ts";
import { demandBounds } from "../watching/bounds.ts";

export const checkWhen: StatementCheck<WhenStatement> = (context, node) => {
  const isPlaced = isAtTop(context, node, "when");
  if (node.atMost !== undefined) {
    expect(context, node.atMost.times, types.int);
    expectTime(context, node.atMost.per);
    demandBounds(context, node.atMost.times, "at most");
    demandBounds(context, node.atMost.per, "per");
  } else if (isPlaced) context.report("DS2613", { start: node.start, end: node.condition.end + 1 }, {});
};
