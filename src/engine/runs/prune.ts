/** Removing old runs from the state folder: what goes, and what stays whatever the limits say. */

import { rmSync } from "node:fs";
import { mayLive, type RunSummary, runFolders, summaryOf } from "./summary.ts";

/** What may stay, newest first; Infinity for no limit. */
export interface RetentionLimits {
  /** Runs. */
  readonly keep: number;
  /** Milliseconds. */
  readonly olderThan: number;
  /** Bytes of all runs. */
  readonly size: number;
}

export interface Pruned {
  /** Oldest last. */
  readonly removed: readonly RunSummary[];
  readonly stay: number;
  /** Folders that could not be removed, and why. */
  readonly failed: readonly string[];
  /** The time was over before all was done. */
  readonly isCut: boolean;
}

export interface PruneRequest {
  /** The state folder. */
  readonly root: string | undefined;
  readonly limits: RetentionLimits;
  readonly dryRun: boolean;
  /** Milliseconds; what is left then goes the next time. */
  readonly patience: number;
}

/** Removes the runs beyond the limits: a run that lives stays, and queues of records are not touched. Never throws. */
export function pruneRuns({ root, limits, dryRun, patience }: PruneRequest): Pruned {
  const until = performance.now() + patience;
  const oldest = Date.now() - limits.olderThan;
  const removed: RunSummary[] = [];
  const failed: string[] = [];
  let stay = 0;
  let bytes = 0;
  for (const found of runFolders(root)) {
    if (performance.now() > until) return { removed, stay, failed, isCut: true };
    const run = summaryOf(found);
    const fits = stay < limits.keep && run.time >= oldest && bytes + run.bytes <= limits.size;
    if (fits || mayLive(run.folder)) {
      stay += 1;
      bytes += run.bytes;
      continue;
    }
    try {
      // Links in it are removed, not followed.
      if (!dryRun) rmSync(run.folder, { recursive: true, force: true });
      removed.push(run);
    } catch (error) {
      stay += 1;
      failed.push(`${run.folder}: ${error instanceof Error && "code" in error ? String(error.code) : String(error)}`);
    }
  }
  return { removed, stay, failed, isCut: false };
}
