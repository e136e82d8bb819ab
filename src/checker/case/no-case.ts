/** A D-Case is asked for, and the script has none: one mistake, however often it asks. */

import type { NodeBase } from "../../syntax/index.ts";
import type { Context } from "../context.ts";

export function reportNoCase(context: Context, node: NodeBase, asked: string, text?: string): void {
  const { program } = context;
  if (program.missesCase) return;
  program.missesCase = true;
  context.report("DS3002", node, { what: `\`${asked}\``, text });
}
