/** What stands behind a word, in a statement's line or behind one of its blocks; comments ahead of it stay there. */

import { shownName } from "../extensions/fresh.ts";
import type { BlockStatement, Expression, Identifier } from "../tree.ts";
import type { Printer } from "./printer.ts";

/** `every 10s` */
export function printWorded(p: Printer, word: string, value: Expression | undefined): void {
  if (value === undefined) return;
  p.goOn(word, value.start);
  p.write(" ");
  p.expression(value);
}

/** `at most 10` */
export function printAtMost(p: Printer, times: Expression): void {
  p.goOn("at", times.start);
  p.write(" most ");
  p.expression(times);
}

/** `finally { … }` */
export function printBehind(p: Printer, word: string, block: BlockStatement | undefined): void {
  if (block === undefined) return;
  p.goOn(word, block.start);
  p.write(" ");
  p.block(block);
}

/** ` (Fault f)` */
export function printCaught(p: Printer, type: Identifier, name: Identifier): void {
  p.write(" (");
  p.leaf(type, type.name);
  p.write(" ");
  p.leaf(name, shownName(name.name));
  p.write(")");
}

/** `operator, teacher` */
export function printNames(p: Printer, names: readonly Identifier[]): void {
  for (const [index, name] of names.entries()) {
    if (index > 0) p.write(", ");
    p.leaf(name, shownName(name.name));
  }
}
