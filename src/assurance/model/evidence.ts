/** What evidence must be, and what a monitor watches; results are statements, and no part of the argument. */

import type { Condition } from "./condition.ts";
import type { Json } from "./json.ts";

/** Who or what says so: a run of `dscript test`, of `dscript inject`, a load test, a monitor, a person who looked, or a document. */
export type EvidenceSource = "test" | "inject" | "load" | "monitor" | "review" | "document";

export interface EvidenceSpec {
  readonly by: EvidenceSource;
  /** Which one: a test's or a campaign's file or name, a monitor's name, a command. Undefined: any of its kind. */
  readonly of?: string;
  /** The script whose bundle it must have been made with. */
  readonly subject?: string;
  /** How old a result may be: a duration of D-Script, `30d`. Undefined: any age. */
  readonly maxAge?: string;
  /** What its surroundings must have been, by name. */
  readonly environment?: { readonly [name: string]: Json };
  readonly parameters?: { readonly [name: string]: Json };
  /** What its figures must satisfy. */
  readonly expects?: Condition;
}

/** A node that holds while its condition does. */
export interface Monitor {
  /** What is measured: a monitor's name in a script, or a field of its records. */
  readonly metric: string;
  readonly condition: Condition;
  /** The last of its records that count, as a duration: `5m`. */
  readonly window?: string;
}

/** GSN's assurance claim point: where confidence in an element or relation is argued. */
export interface ClaimPoint {
  readonly name: string;
  /** Labels: the node's own one, or those at the other ends of its relations. */
  readonly at: readonly string[];
}
