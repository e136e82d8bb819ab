/** A condition as a tree, that is never run as code. */

export type Operand =
  | { readonly kind: "value"; readonly value: number | string | boolean }
  /** A field of a record or statement; dots lead into it. */
  | { readonly kind: "field"; readonly path: string }
  /** Over the records of the window. */
  | {
      readonly kind: "over";
      readonly how: "mean" | "max" | "min" | "count" | "last" | "p95" | "p99";
      readonly path: string;
    };

export type Comparison = "==" | "!=" | "<" | "<=" | ">" | ">=";

export type Condition =
  | { readonly kind: "compare"; readonly is: Comparison; readonly left: Operand; readonly right: Operand }
  | { readonly kind: "and" | "or"; readonly of: readonly Condition[] }
  | { readonly kind: "not"; readonly of: Condition };
