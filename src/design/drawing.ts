/** How a plan is drawn: what every part of its picture, and of its text, asks. */

import type { StateOf } from "./overlay.ts";
import type { Say } from "./words.ts";

export interface Drawing {
  readonly say: Say;
  /** With code, limits and lines, for engineers. */
  readonly detail: boolean;
  /** Where a run is laid over. */
  readonly stateOf?: StateOf;
  /** Steps of a handler are not taken back; what may go wrong with them is drawn. */
  readonly isHandler: boolean;
  /** The number of the last step that has one. */
  readonly counter: { last: number };
}
