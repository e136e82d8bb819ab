/** Texts that are read ahead of a run: goals, reasons, names, schedules. */

import { type Expression, literalValue } from "../../syntax/index.ts";
import type { Context } from "../context.ts";

/** The text of a literal; one that has to be computed, or is empty, is reported. */
export function plainText(context: Context, node: Expression | undefined, clause: string): string | undefined {
  if (node === undefined) return undefined;
  context.expression(node);
  const text = literalValue(node);
  if (typeof text === "string" && text.trim() !== "") return text;
  context.report("DS2608", node, { clause });
  return undefined;
}
