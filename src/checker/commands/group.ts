/** `( … )`: statements in a flow of their own, which jumps may not leave. */

import { types } from "../../records/index.ts";
import type { GroupCommand } from "../../syntax/index.ts";
import { barrier, type Context } from "../context.ts";
import { expect } from "../values.ts";
import { checkRedirects } from "./redirects.ts";

export function checkGroup(context: Context, node: GroupCommand): void {
  for (const prefix of node.prefixes)
    expect(context, prefix.duration, types.Duration, "a time is written as `10s`, `5m`, `500ms`");
  checkRedirects(context, node.redirects);
  const { reached } = context.flow;
  barrier(context, "a group `( … )`", () => context.block(node.body.statements));
  context.flow.reached = reached;
}
