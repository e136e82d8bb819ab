/** Tidying the state folder now and then, at the end of a run: cheap to ask, and seldom done (configuration, `retention`). */

import { statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { RunState } from "./state.ts";

/** As in the configuration. */
export interface Retention {
  readonly keep: number;
  /** Milliseconds. */
  readonly olderThan: number;
  /** Bytes. */
  readonly size: number;
}

/** Milliseconds from one look at the folder to the next. */
const pause = 3_600_000;
/** What a look may take, in milliseconds. */
const patience = 1000;

/** Removes old runs where that is due: an hour has passed, or there are a quarter more than may stay. Never throws. */
export async function tidyRuns(state: RunState, limits: Retention | null): Promise<void> {
  const root = state.root();
  if (limits === null || root === undefined || !isDue(root, limits.keep)) return;
  const { pruneRuns } = await import("./runs/index.ts");
  pruneRuns({ root, limits, dryRun: false, patience });
}

/** Two stat calls; the mark is renewed first, so that of many runs that end together one does the work. */
function isDue(root: string, keep: number): boolean {
  const mark = join(root, "tidied");
  try {
    const now = new Date();
    const last = statSync(mark, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    // A folder has a link more for each folder in it; where a file system does not count these, the hour has to do.
    const isFull = statSync(join(root, "runs")).nlink - 2 > keep + Math.max(100, keep / 4);
    if (!isFull && Math.abs(now.getTime() - last) < pause) return false;
    if (last === 0) writeFileSync(mark, "", { mode: 0o600 });
    else utimesSync(mark, now, now);
    return true;
  } catch {
    // No folder, no runs.
    return false;
  }
}
