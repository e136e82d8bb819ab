/** Which nodes are challenged, and not yet answered for. */

import type { DCase } from "../model/case.ts";
import { indexOf } from "../model/index-of.ts";

/** Nodes that a challenge is made against which has not been defeated, and the label of who makes it; of a relation, its upper node. */
export function* openChallenges(whole: DCase): Generator<readonly [uid: string, by: string]> {
  const index = indexOf(whole);
  for (const { kind, from, to, defeated } of whole.edges) {
    const challenger = index.byUid.get(from);
    if (kind !== "challenges" || defeated === true || challenger === undefined || challenger.defeated === true)
      continue;
    const target = index.byUid.get(typeof to === "string" ? to : to.from);
    if (target !== undefined && target.defeated !== true) yield [target.uid, challenger.label];
  }
}
