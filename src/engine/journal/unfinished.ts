/** Runs whose plans are not finished: their engine was killed, or the machine stopped. */

import { join } from "node:path";
import { isAlive } from "../../sinks/index.ts";
import { markedIn, unmark } from "../unfinished-marks.ts";
import { noJournal, openPlans, readJournal } from "./read.ts";

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
      if (known === noJournal) unmark(root ?? "", id);
      else return [{ id, folder, root: root ?? "", script: "", plans: [], policy: "tell" as const, problem: known }];
      return [];
    }
    if (isAlive(known.header.holder, 0)) return [];
    const plans = openPlans(known.entries).map(({ name }) => name);
    if (plans.length === 0) {
      unmark(root ?? "", id);
      return [];
    }
    const { script, unfinished } = known.header;
    return [{ id, folder, root: root ?? "", script, plans, policy: unfinished }];
  });
}
