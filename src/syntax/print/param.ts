/** `param secret TYPE NAME = VALUE in BOUNDS "text"`. */

import { shownName } from "../extensions/fresh.ts";
import type { ParameterBounds, ParameterStatement } from "../tree.ts";
import { printClause } from "./function.ts";
import { quotedText } from "./literals.ts";
import type { Printer } from "./printer.ts";

export function printParameter(p: Printer, node: ParameterStatement): void {
  const { secret, type, name, value, bounds, says, saysSpan, end } = node;
  p.write("param ");
  if (secret) p.write("secret ");
  p.type(type);
  p.write(" ");
  p.leaf(name, shownName(name.name));
  printClause(p, " = ", value);
  if (bounds !== undefined) printBounds(p, bounds);
  if (says === undefined) return;
  p.write(" ");
  p.leaf(saysSpan ?? { start: end, end }, `"${quotedText(says)}"`);
}

function printBounds(p: Printer, bounds: ParameterBounds): void {
  p.write(" in ");
  if (bounds.kind === "range") {
    if (bounds.from !== undefined) p.expression(bounds.from);
    p.write("..");
    if (bounds.to !== undefined) p.expression(bounds.to);
    return;
  }
  for (const [index, value] of bounds.values.entries()) {
    if (index > 0) p.write(", ");
    p.expression(value);
  }
}
