/** `( … )`: statements in a flow of their own, which jumps may not leave. */

import type { GroupCommand } from "../../syntax/index.ts";
import { barrier, type Context } from "../context.ts";
import { widenAssigned } from "../flow/loops.ts";
import { unchanged } from "../flow/state.ts";
import type { Stretch } from "../names/assigner.ts";
import { checkPrefixes } from "./prefixes.ts";
import { checkRedirects } from "./redirects.ts";

/** What a group or capture may leave early, by `exit` or a failure that is accepted: what it assigns is not sure behind it. */
export function mayEndEarly(context: Context, stretch: Stretch, mark: number, reached: boolean): void {
  const { flow } = context;
  const change = flow.take(mark);
  flow.reached = reached;
  flow.applyAny([
    { ...change, reached },
    { ...unchanged, reached },
  ]);
  flow.reached = reached;
  widenAssigned(context, stretch);
}

export function checkGroup(context: Context, node: GroupCommand): void {
  checkPrefixes(context, node.prefixes);
  checkRedirects(context, node.redirects);
  const { flow } = context;
  const { reached } = flow;
  const mark = flow.mark();
  barrier(context, "a group `( … )`", () => context.block(node.body.statements));
  mayEndEarly(context, node.body, mark, reached);
}
