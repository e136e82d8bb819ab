/** Functions and their parameters: those in one line, or each in a line of its own where the author broke it. */

import { shownName } from "../extensions/fresh.ts";
import type { Expression, FunctionStatement, Parameter } from "../tree.ts";
import type { Printer } from "./printer.ts";

export function printFunction(p: Printer, { returns, name, parameters, body }: FunctionStatement): void {
  p.type(returns);
  p.write(" ");
  p.leaf(name, shownName(name.name));
  printParameters(p, parameters);
  p.write(" ");
  p.block(body);
}

export function printParameters(p: Printer, parameters: readonly Parameter[]): void {
  const [first] = parameters;
  const isBroken = first !== undefined && p.breaksBefore(first.start);
  p.write("(");
  const print = (): void => {
    for (const [index, { type, name, defaultValue, start }] of parameters.entries()) {
      if (index > 0) p.write(isBroken ? "," : ", ");
      if (isBroken) {
        p.trailing(start);
        p.line();
        p.leading(start, true);
      }
      p.type(type);
      p.write(" ");
      p.leaf(name, shownName(name.name));
      printClause(p, " = ", defaultValue);
    }
  };
  if (!isBroken) print();
  else {
    p.indented(print);
    p.line();
  }
  p.write(")");
}

/** A word or sign, and the value behind it, where there is one. */
export function printClause(p: Printer, word: string, value: Expression | undefined): void {
  if (value === undefined) return;
  p.write(word);
  p.expression(value);
}
