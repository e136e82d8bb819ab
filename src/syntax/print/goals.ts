/** What names goals of the D-Case: `assure` and `argue`, each strategy in a line of its own. */

import type { ArgueStatement, AssureStatement, GoalReference, Strategy } from "../tree.ts";
import type { Printer } from "./printer.ts";

export function printAssure(p: Printer, { goal, body }: AssureStatement): void {
  p.write("assure ");
  printReference(p, goal);
  p.write(" ");
  p.block(body);
}

export function printArgue(p: Printer, { goal, strategies, end }: ArgueStatement): void {
  const close = end - 1;
  p.write("argue ");
  printReference(p, goal);
  p.write(" {");
  p.trailing(strategies[0]?.start ?? close);
  p.line();
  p.indented(() => {
    for (const [index, strategy] of strategies.entries()) {
      p.leading(strategy.start, index === 0);
      printStrategy(p, strategy);
      p.trailing(strategies[index + 1]?.start ?? close);
      p.line();
    }
    p.leading(close, strategies.length === 0, true);
  });
  p.write("}");
}

function printStrategy(p: Printer, { phase, of, body, start, end }: Strategy): void {
  p.comments(start);
  p.write(`strategy ${phase} `);
  if (of !== undefined) {
    printReference(p, of);
    p.write(" ");
  }
  p.block(body);
  p.passed(end);
}

/** A goal's or a strategy's text, or its label. */
export function printReference(p: Printer, node: GoalReference): void {
  if (node.kind === "case-label") p.leaf(node, node.name);
  else p.expression(node);
}
