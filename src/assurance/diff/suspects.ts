/** The nodes that are as they were and yet argue something else, because what they rest on has changed. */

import { dependentsIn } from "../digest/dependencies.ts";
import type { CaseIndex } from "../model/index-of.ts";

/**
 * Those of both cases whose subtree hashes differ, found without hashing: from what changed, came or went upwards.
 * `changed` are nodes of both whose facts or edges are not the same.
 */
export function suspectsOf(before: CaseIndex, after: CaseIndex, changed: ReadonlySet<string>): ReadonlySet<string> {
  const reached = new Set(changed);
  for (const uid of after.byUid.keys()) if (!before.byUid.has(uid)) reached.add(uid);
  if (reached.size === 0 && before.byUid.size === after.byUid.size) return reached;
  const [restedOn, restOn] = [dependentsIn(before), dependentsIn(after)];
  // Who rested on it may do so no longer: a challenge that was taken back, a node that went.
  const left = [...changed, ...[...before.byUid.keys()].filter((uid) => !after.byUid.has(uid))];
  for (const uid of left) for (const each of restedOn.get(uid) ?? []) if (after.byUid.has(each)) reached.add(each);
  // Grows while it is gone through.
  for (const uid of reached) for (const each of restOn.get(uid) ?? []) reached.add(each);
  return new Set([...after.byUid.keys()].filter((uid) => reached.has(uid) && before.byUid.has(uid)));
}
