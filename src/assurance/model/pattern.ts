/** What makes an argument a pattern: parameters, repetitions and choices, and the record of how it was filled. */

import type { Json } from "./json.ts";

export type ParameterType = "String" | "Int" | "Double" | "Boolean" | "Duration" | "List";

/** A typed value: a placeholder `{NAME}` of a pattern while it has none, a fact of the context once it has. */
export interface Parameter {
  readonly name: string;
  readonly type: ParameterType;
  readonly value?: Json;
  /** The least and the greatest value, both allowed; of an Int, a Double or a Duration. */
  readonly range?: readonly [least: number | string, greatest: number | string];
  /** The only values that are allowed. */
  readonly choices?: readonly Json[];
  readonly says?: string;
  /** What it says in other languages. */
  readonly translations?: Readonly<Record<string, string>>;
}

/** An edge that stands for several: GSN's multiplicity, with the parameter whose values it runs over. */
export interface Repetition {
  readonly least: number;
  /** undefined: any number. */
  readonly most?: number;
  /** A parameter of type List; each value becomes `{as}` below. */
  readonly each?: string;
  readonly as?: string;
}

/** So many of the edges to these nodes are to be kept. */
export interface Choice {
  /** uids of targets of the node's edges. */
  readonly of: readonly string[];
  readonly least: number;
  readonly most: number;
  /** The parameter whose value names the label that is kept. */
  readonly by?: string;
}

/** What a module or a node was made from. */
export interface Instance {
  /** The pattern's name. */
  readonly pattern: string;
  /** The pattern's case digest. */
  readonly digest?: string;
  readonly arguments: { readonly [name: string]: Json };
  /** Of a node: the uid of the pattern's node that it was made from. */
  readonly node?: string;
}
