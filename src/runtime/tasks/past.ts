/** What an earlier engine did of a step, read from its journal. */

import type { DatedEntry, KeptFault } from "../../records/index.ts";
import { createFault } from "../faults/raise.ts";
import type { Run } from "../run.ts";
import { kept, unkept } from "./kept.ts";

type Begun = DatedEntry & { readonly do: "task" };

export interface Past {
  readonly begun: Begun | undefined;
  readonly isDone: boolean;
  readonly failed: KeptFault | undefined;
  readonly isUndone: boolean;
  /** Tries so far, the first one too. */
  readonly attempts: number;
}

export function pastOf(entries: readonly DatedEntry[]): Past {
  const last = (kind: DatedEntry["do"]): DatedEntry | undefined => entries.findLast((each) => each.do === kind);
  const again = last("again");
  const failed = last("failed");
  return {
    begun: entries.find((each): each is Begun => each.do === "task"),
    isDone: last("done") !== undefined,
    failed: failed?.do === "failed" ? failed.fault : undefined,
    isUndone: last("undone") !== undefined,
    attempts: again?.do === "again" ? again.attempt : 1,
  };
}

/** Values as they were given at first. */
export function valuesOf(entry: { readonly values: readonly unknown[] }): readonly unknown[] {
  return entry.values.map(unkept);
}

/** Another step than the one that the journal has: the script, its input or its surroundings are not the same. */
export function demandSame(
  run: Run,
  site: number,
  earlier: { readonly name: string; readonly values: readonly unknown[] },
  now: { readonly name: string; readonly values: readonly unknown[] },
): void {
  const before = textOf(earlier.name, earlier.values);
  const after = textOf(now.name, now.values.map(kept));
  if (before === after) return;
  const message = `the journal goes on with ${run.secrets.mask(before)}, and the script with ${run.secrets.mask(after)}: it cannot be resumed`;
  throw createFault(run, site, { kind: "JournalFault", message, values: [] });
}

function textOf(name: string, values: readonly unknown[]): string {
  return `${name}(${values.map((value) => JSON.stringify(value)).join(", ")})`;
}
