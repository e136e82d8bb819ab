/** Whether an earlier engine left something unfinished: one call at the start of a run. */

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { preferredStateFolder } from "./state.ts";

/** In the state folder: an empty file a run whose plans are not finished. */
export const unfinishedName = "unfinished";

/** The ids of such runs in a state folder, oldest first. Never throws. */
export function markedIn(root: string | undefined): readonly string[] {
  if (root === undefined) return [];
  try {
    return readdirSync(join(root, unfinishedName)).sort();
  } catch {
    return [];
  }
}

/** Those of this user's own state folder. */
export function markedUnfinished(): readonly string[] {
  return markedIn(preferredStateFolder({ env: process.env, uid: process.geteuid?.() ?? -1 }));
}
