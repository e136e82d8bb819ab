/** A symbol as the checker knows it: the contract's symbol, and what only the check needs. */

import type { Symbol as CheckedSymbol, Reference } from "../checked.ts";
import type { Term } from "../origins/graph.ts";
import type { Assigner, FunctionNode } from "./assigner.ts";

export interface KnownSymbol extends CheckedSymbol {
  /** The node of its values' origins. */
  readonly term: Term;
  /** Where it was declared. */
  readonly owner: FunctionNode;
  /** Who assigns to it after its declaration. */
  readonly assigners: ReadonlySet<Assigner>;
  /** What every name that stands for it refers to, made once. */
  reference?: Reference;
  /** Of a constant whose value the text gives. */
  fold?: number;
}
