/** `make.statement` and `make.expression`: templates of a package, filled with the parts of a use. */

import {
  type ExpansionBudget,
  type Expression,
  fill,
  type Part,
  type Statement,
  type SyntaxUse,
} from "../syntax/index.ts";
import type { Insert, Make } from "./define.ts";

/** Where the names of a package's templates are looked up. */
export interface Home {
  readonly home: string;
  readonly isAtHome: (name: string) => boolean;
  /** Calls something of the package, within bounds. */
  readonly call: <T>(run: () => T) => T;
}

/** The maker for one use. */
export function makerFor(use: SyntaxUse, home: Home, budget: ExpansionBudget): Make {
  const make = (
    texts: TemplateStringsArray,
    inserts: readonly Insert[],
    isStatement: boolean,
  ): Statement | Expression => {
    const parts = new Map<string, Part>();
    let text = texts.raw[0] ?? "";
    for (const [index, insert] of inserts.entries()) {
      parts.set(`_${index}`, partOf(insert, use));
      text += `$_${index}${texts.raw[index + 1] ?? ""}`;
    }
    return fill(text, isStatement, parts, use, home, budget);
  };
  // What is read as a statement is one, and so with expressions.
  return {
    statement: (texts, ...inserts) => ({ made: "statement", node: make(texts, inserts, true) as Statement }),
    expression: (texts, ...inserts) => ({ made: "expression", node: make(texts, inserts, false) as Expression }),
  };
}

function partOf(insert: Insert, { span }: SyntaxUse): Part {
  const base = { isFallback: false, start: span.start, end: span.end };
  if (typeof insert !== "object") return { ...base, of: "expr", value: literalOf(insert, span) };
  if ("made" in insert) return { ...base, of: insert.made === "statement" ? "body" : "expr", value: insert.node };
  return insert;
}

function literalOf(value: string | number | boolean, { start, end }: SyntaxUse["span"]): Expression {
  const place = { start, end };
  if (typeof value === "boolean") return { kind: "boolean", value, ...place };
  if (typeof value === "string")
    return { kind: "string", parts: [{ kind: "text", text: value, quoted: true, ...place }], ...place };
  if (!Number.isFinite(value)) throw new Error(`${value} is no number that D-Script has`);
  const kind = Number.isSafeInteger(value) ? "int" : "float";
  const operand: Expression = { kind, value: Math.abs(value), ...place };
  return value < 0 ? { kind: "unary", operator: "-", operand, ...place } : operand;
}
