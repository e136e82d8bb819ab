/** Runs whose plans are not finished: their engine was killed, or the machine stopped. */

import { rmSync } from "node:fs";
import { join } from "node:path";
import { isAlive } from "../../sinks/index.ts";
import { markedIn, unfinishedName } from "../unfinished-marks.ts";
import { openPlans, readJournal } from "./read.ts";

export interface Unfinished {
  readonly id: string;
  readonly folder: string;
  readonly root: string;
  readonly script: string;
  /** The names of its plans that neither ended nor were taken back; empty where the journal cannot be read. */
  readonly plans: readonly string[];
  readonly policy: "tell" | "finish" | "undo";
  /** Why its journal cannot be used. */
  readonly problem?: string;
}

/** Those whose engine is gone; marks that mean nothing any more are removed. */
export function unfinishedRuns(root: string | undefined): readonly Unfinished[] {
  return markedIn(root).flatMap((id) => {
    const folder = join(root ?? "", "runs", id);
    const known = readJournal(folder);
    if (typeof known === "string") {
      // Between the mark and the journal's first line the engine was killed, or another one is at it.
      if (known.startsWith("it has no journal")) unmarkRun(root ?? "", id);
      else return [{ id, folder, root: root ?? "", script: "", plans: [], policy: "tell" as const, problem: known }];
      return [];
    }
    if (isAlive(known.header.holder, 0)) return [];
    const plans = openPlans(known.entries).map(({ name }) => name);
    if (plans.length === 0) {
      unmarkRun(root ?? "", id);
      return [];
    }
    const { script, unfinished } = known.header;
    return [{ id, folder, root: root ?? "", script, plans, policy: unfinished }];
  });
}

export function unmarkRun(root: string, id: string): void {
  rmSync(join(root, unfinishedName, id), { force: true });
}
