/** What comes of two people's changes of one case: the case that holds both, and where they do not go together. */

import type { DCase, EdgeKind } from "../model/case.ts";
import type { Json } from "../model/json.ts";

/** `ours` is the side that stays where the two do not go together. */
export type Side = "ours" | "theirs";

interface Named {
  readonly uid: string;
  readonly label: string;
}

export type Conflict =
  /** Both sides changed it, each otherwise. Without `uid` it is the module's. */
  | {
      readonly kind: "field";
      readonly uid?: string;
      readonly label: string;
      /** `text`, `tags`; `name` within it: `PEAK`. */
      readonly field: string;
      readonly name?: string;
      readonly base?: Json;
      readonly ours?: Json;
      readonly theirs?: Json;
    }
  /** One side removed it, the other changed it or hung something below it. */
  | ({ readonly kind: "removed"; readonly by: Side } & Named)
  /** Both sides made a node with this uid; its facts that differ. */
  | ({ readonly kind: "added"; readonly fields: readonly string[] } & Named)
  /** Both sides moved it, or what they did together would put it below itself. The labels above it on each side. */
  | ({
      readonly kind: "place" | "cycle";
      readonly ours: readonly string[];
      readonly theirs: readonly string[];
    } & Named)
  /** Both sides put it elsewhere among those beside it. */
  | ({ readonly kind: "order"; readonly under: string } & Named)
  /** What is said of an edge, or an edge that one side removed and the other changed or challenged. */
  | ({
      readonly kind: "edge";
      readonly edge: EdgeKind;
      /** The label at its end. */
      readonly to: string;
      readonly ours?: Json;
      readonly theirs?: Json;
    } & Named)
  /** Theirs added an edge whose end ours removed: it is left out. */
  | ({ readonly kind: "end"; readonly edge: EdgeKind; readonly to: string } & Named);

export type MergeNote =
  /** Ours gave the label to another node. */
  | { readonly kind: "relabelled"; readonly uid: string; readonly before: string; readonly after: string }
  /** Both sides changed how it is drawn; ours stays. Without `uid` it is the module. */
  | { readonly kind: "drawn"; readonly uid?: string; readonly label: string };

export interface Merge {
  readonly case: DCase;
  readonly conflicts: readonly Conflict[];
  readonly notes: readonly MergeNote[];
}

/** The same of the three cases. */
export interface Three<T> {
  readonly base: T;
  readonly ours: T;
  readonly theirs: T;
}
