/** What differs between two cases, as data. */

import type { CaseNode, EdgeKind } from "../model/case.ts";
import type { Json } from "../model/json.ts";

export interface NodeName {
  readonly uid: string;
  readonly label: string;
}

/** What a node hangs below, or is in context of. */
export interface Place extends NodeName {
  readonly edge: "supportedBy" | "inContextOf";
}

export type Change =
  | { readonly kind: "relabelled"; readonly before: string; readonly after: string }
  /** Type and kind: `goal`, `evidence, monitor`. */
  | { readonly kind: "retyped"; readonly before: string; readonly after: string }
  /** A text, or a translation, which may have come or gone. `field`: `text`; of the module `brief`, or `name` in another language. */
  | {
      readonly kind: "reworded";
      readonly field: string;
      readonly language?: string;
      readonly before?: string;
      readonly after?: string;
    }
  | { readonly kind: "status"; readonly status: "undeveloped" | "uninstantiated" | "defeated"; readonly now: boolean }
  /** What evidence must be; `field` undefined: all of it. */
  | { readonly kind: "evidence"; readonly field?: string; readonly before?: Json; readonly after?: Json }
  /** Anything else, `name` within it: the tag `PEAK`. */
  | {
      readonly kind: "field";
      readonly field: string;
      readonly name?: string;
      readonly before?: Json;
      readonly after?: Json;
    }
  /** The same members in another order. */
  | { readonly kind: "order"; readonly field: string }
  /** Below other nodes; one list is empty where it only left some, or only came to others. */
  | { readonly kind: "moved"; readonly from: readonly Place[]; readonly to: readonly Place[] }
  /** Elsewhere among those beside it, counted from 1. */
  | { readonly kind: "placed"; readonly under: Place; readonly before: number; readonly after: number }
  /** An edge that no node's place shows: a challenge, a responsibility, one to another module, or what is said of one. */
  | {
      readonly kind: "edge";
      readonly edge: EdgeKind;
      /** The label at its end, or the uid of what is not here; of an edge both ends. */
      readonly to: string;
      readonly before?: Json;
      readonly after?: Json;
    };

export type NodeDifference =
  | {
      readonly kind: "added" | "removed";
      readonly node: CaseNode;
      readonly under: readonly Place[];
      readonly edges: readonly Change[];
    }
  | {
      readonly kind: "changed";
      readonly before: CaseNode;
      readonly after: CaseNode;
      readonly changes: readonly Change[];
      /** Nothing but what its evidence must be. */
      readonly evidenceOnly: boolean;
    };

/** Two uids that were taken for one node. */
export interface Matched {
  readonly before: string;
  readonly after: string;
  readonly by: "label" | "text";
}

export interface CaseDifference {
  /** Added and changed ones in the order of the case after, then removed ones in that of the case before. */
  readonly nodes: readonly NodeDifference[];
  readonly module: readonly Change[];
  /** Of edges that start at no node, by the uid where they do. */
  readonly loose: readonly { readonly from: string; readonly change: Change }[];
  /** Nodes that are in both and unchanged but for something that they rest on. */
  readonly suspects: readonly NodeName[];
  /** Where no uid is in both: what was found to be the same. The uids of the difference are those after. */
  readonly matched: readonly Matched[];
  /** Something changed, and it was only what evidence must be. */
  readonly evidenceOnly: boolean;
  readonly isSame: boolean;
}
