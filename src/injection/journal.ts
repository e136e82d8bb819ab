/** The journal of a campaign: a line a run as it ends, so that a campaign that was ended goes on where it stopped. */

import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { RunOutcome } from "./outcome.ts";

const fileName = "journal.jsonl";

export interface Journal {
  /** What earlier runs of the same plan have left. */
  readonly known: readonly RunOutcome[];
  readonly add: (outcome: RunOutcome) => void;
}

/** Opens it; `plan` is a hash of the plan. With `isResumed`, earlier lines stay; a sentence where they are of another plan. */
export function openJournal(folder: string, plan: string, isResumed: boolean): Journal | string {
  const file = join(folder, fileName);
  const lines = isResumed ? linesOf(file) : [];
  const [head, ...rest] = lines.map(parsed);
  if (isResumed && lines.length > 0 && (head as { plan?: unknown } | undefined)?.plan !== plan)
    return `${file} is of another plan: the script, the campaign or the seed has changed since`;
  // The last line may have been cut off with its process: what is whole is written anew.
  // A run that had no world is tried once more.
  const known = rest.filter((each): each is RunOutcome => isOutcome(each)).filter(({ state }) => state !== "trouble");
  writeFileSync(file, [{ plan }, ...known].map((each) => `${JSON.stringify(each)}\n`).join(""));
  return { known, add: (outcome) => appendFileSync(file, `${JSON.stringify(outcome)}\n`) };
}

function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => line !== "");
  } catch {
    return [];
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function isOutcome(value: unknown): boolean {
  return typeof value === "object" && value !== null && "number" in value && "problems" in value;
}
