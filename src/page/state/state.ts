/** All that a reader has chosen. */

import type { Detail } from "../../assurance/index.ts";
import type { Folding } from "../argument/folding.ts";
import type { DetailChoice, ThemeChoice } from "../data.ts";

export interface State {
  /** uids. */
  readonly chosen: string | undefined;
  readonly focus: string | undefined;
  /** What is known of the chosen node is shown beside the picture. */
  readonly panel: boolean;
  readonly folding: Folding;
  readonly detail: DetailChoice;
  /** What `auto` has come to; otherwise the same. */
  readonly level: Detail;
  readonly language: string;
  readonly theme: ThemeChoice;
  readonly query: string;
  readonly map: boolean;
}
