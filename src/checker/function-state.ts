/** What the check knows of a function while it is in it, and where its jumps lead. */

import type { Type } from "../records/index.ts";
import type { FlowChange } from "./flow/state.ts";
import type { FunctionNode } from "./names/assigner.ts";
import type { KnownSymbol } from "./names/symbol.ts";
import type { Term } from "./origins/graph.ts";

/** What break, continue and return may reach, innermost last. */
export type JumpTarget =
  | { readonly kind: "loop"; readonly mark: number; readonly breaks: FlowChange[]; readonly continues: FlowChange[] }
  | { readonly kind: "switch"; readonly mark: number; readonly breaks: FlowChange[] }
  | { readonly kind: "barrier"; readonly place: string };

/** A function under check: what it is known to do. */
export interface FunctionState {
  readonly node: FunctionNode;
  /** The index of its file. */
  readonly file: number;
  /** No status style in it: `strict` holds in its file. */
  readonly strict: boolean;
  readonly name: string;
  /** The declared type; of a closure the wanted one, where there is one. */
  readonly returns: Type | undefined;
  /** Of a closure without a wanted type: what its returns have in common so far. */
  inferred: Type | undefined;
  /** What it returns comes from there. */
  readonly result: Term;
  waits: boolean;
  /** How many turns the closed loops around here make together, and where their counters begin at least. */
  turns: number;
  readonly counters: Map<KnownSymbol, number>;
  readonly calls: Set<FunctionNode>;
  /** Methods that it may run, or that are one with it where they override each other: it waits where they do. */
  readonly reaches: Set<FunctionNode>;
  /** The closures that are made in it. */
  readonly holds: Set<FunctionNode>;
  /** Names that have a diagnostic already: one error a cause. */
  readonly missing: Set<string>;
  readsStatus: boolean;
  /** It reads `$?` other than in `exit $?` and `return $?`. */
  ownsStatus: boolean;
  /** The last of its file's variables that it uses itself, by place. */
  latest: KnownSymbol | undefined;
  readonly jumps: JumpTarget[];
}
