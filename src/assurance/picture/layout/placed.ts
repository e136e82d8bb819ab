/** A node of a case in its place. */

import type { CaseNode } from "../../model/case.ts";
import type { Box } from "../content/box.ts";

export interface PlacedNode {
  readonly uid: string;
  readonly node: CaseNode;
  readonly box: Box;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly rank: number;
  /** Nodes that are hidden below it; 0 for none. */
  readonly hidden: number;
  /** It is named, and not in the case. */
  readonly isAbsent: boolean;
}
