/** A symbol as the checker knows it: the contract's symbol, and what only the check needs. */

import type { ClosureExpression, FunctionStatement, Script } from "../../syntax/index.ts";
import type { Symbol as CheckedSymbol, Reference } from "../checked.ts";
import type { Term } from "../origins/graph.ts";

/** What has a body of its own that is called: a function, a closure, a file's top level. */
export type FunctionNode = FunctionStatement | ClosureExpression | Script;

export interface KnownSymbol extends CheckedSymbol {
  /** The node of its values' origins. */
  readonly term: Term;
  /** Where it was declared. */
  readonly owner: FunctionNode;
  /** The functions that assign to it after its declaration. */
  readonly assigners: ReadonlySet<FunctionNode>;
  /** What every name that stands for it refers to, made once. */
  reference?: Reference;
  /** Of a constant whose value the text gives. */
  fold?: number;
}
