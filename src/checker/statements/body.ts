/** The body of a statement: a block, or one statement in a scope of its own. */

import type { Statement } from "../../syntax/index.ts";
import type { Context } from "../context.ts";

export function checkBody(context: Context, body: Statement): void {
  context.block(body.kind === "block" ? body.statements : [body]);
}
