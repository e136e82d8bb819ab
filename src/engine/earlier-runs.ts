/** What earlier runs of the very same script came to on this host: asked when something has failed, and only then (faults 1.6). */

import type { Support } from "../records/index.ts";
import { endOf, runFolders } from "./runs/summary.ts";
import { ulidTime } from "./ulid.ts";

/** Runs that are looked at, newest first: at most 5 ms. */
const mostLooked = 100;

/**
 * Marks the content of a run's files: their length, and a 32-bit FNV-1a hash. It tells an edited script from the one
 * that ran before; whoever wants to deceive it deceives the own diagnosis. (node:crypto would cost each run 3 ms.)
 */
export function contentMark(files: readonly { readonly bytes: Uint8Array }[]): string {
  let [hash, length] = [0x811c9dc5, 0];
  for (const { bytes } of files) {
    length += bytes.length;
    for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  }
  return `${length}-${(hash >>> 0).toString(16).padStart(8, "0")}`;
}

/** How often a script of this content has ended with 0 from this state folder, and when last. Never throws. */
export function createEarlierRuns(root: string | undefined, mark: string): () => Pick<Support, "runs" | "lastRun"> {
  let known: Pick<Support, "runs" | "lastRun"> | undefined;
  return () => {
    known ??= countRuns(root, mark);
    return known;
  };
}

function countRuns(root: string | undefined, mark: string): Pick<Support, "runs" | "lastRun"> {
  let [runs, lastRun] = [0, 0];
  for (const { id, folder } of runFolders(root).slice(0, mostLooked)) {
    const end = endOf(folder);
    if (end?.code !== 0 || end.mark !== mark) continue;
    runs += 1;
    lastRun = Math.max(lastRun, ulidTime(id) ?? 0);
  }
  return runs === 0 ? {} : { runs, lastRun };
}
