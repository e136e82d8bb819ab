/** The uids that stand in a text, the same in all its revisions: a node's own where AssureNote takes it, else one that is made of it. */

import type { DCase } from "../model/case.ts";
import { isAssureNotes, madeUid } from "./uids.ts";

export function writtenUids(cases: readonly DCase[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const taken = new Set<string>();
  const others = new Set<string>();
  for (const { nodes } of cases)
    for (const { uid } of nodes)
      if (!isAssureNotes(uid)) others.add(uid);
      else {
        found.set(uid, uid);
        taken.add(uid);
      }
  for (const uid of others) {
    const made = madeUid(uid, taken);
    found.set(uid, made);
    taken.add(made);
  }
  return found;
}
