/** What is in doubt from outside of the argument: monitors that do not hold. */

import type { MonitorResult } from "./monitors.ts";

/** A node and why it is in doubt, for whoever finds out what rests on it. */
export interface DoubtMark {
  readonly uid: string;
  readonly says: string;
}

export function marksOfMonitors(results: readonly MonitorResult[]): readonly DoubtMark[] {
  return results.flatMap(({ node, is, says }) => (is === "holds" ? [] : [{ uid: node.uid, says }]));
}
