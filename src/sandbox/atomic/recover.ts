/** What a killed engine has left of a transaction is completed or taken back; doing it again, and being killed with it, does no harm. */

import { tryLockFile } from "../../runtime/index.ts";
import { type OnStep, takeSteps, takeStepsBack } from "./apply.ts";
import { type Entry, Journal, readJournal } from "./journal.ts";
import { statusOf } from "./look.ts";
import { Disturbed, type Plan } from "./steps.ts";
import { removeHidden } from "./tree.ts";

/**
 * `nothing`: there was nothing to do. `alive`: its engine still runs. `completed`: the commit holds, all of it. `taken back`: everything is as it was.
 * `asides`: where things lie now that somebody else has put in the way.
 */
export interface Recovered {
  readonly outcome: "nothing" | "alive" | "completed" | "taken back";
  readonly paths: readonly string[];
  readonly asides: readonly string[];
}

/** `onStep` is for tests that end in the midst of it. */
export async function recoverAtomic(folder: string, onStep?: OnStep): Promise<Recovered> {
  const found = readJournal(folder);
  if (found === undefined) return { outcome: "nothing", paths: [], asides: [] };
  const journal = Journal.reopen(folder);
  if (onStep === undefined && (await tryLockFile(journal.fd)) !== null) {
    journal.close();
    return { outcome: "alive", paths: [], asides: [] };
  }
  const opened = found[0];
  const trees = opened?.kind === "opened" ? opened.trees : [];
  const { outcome, asides } = await settle(found, journal, onStep);
  for (const tree of trees) if (statusOf(tree.hidden) !== undefined) removeHidden(tree);
  journal.remove();
  return { outcome, asides, paths: trees.map(({ lower }) => lower) };
}

async function settle(
  entries: readonly Entry[],
  journal: Journal,
  onStep: OnStep | undefined,
): Promise<Pick<Recovered, "outcome" | "asides">> {
  const planned = entries.find((entry) => entry.kind === "planned");
  if (planned === undefined) return { outcome: "taken back", asides: [] };
  const over = entries.find((entry) => entry.kind === "over");
  if (over !== undefined) return { outcome: over.outcome, asides: [] };
  const back = async (plan: Plan): Promise<Pick<Recovered, "outcome" | "asides">> => {
    const asides = await takeStepsBack(plan, onStep);
    journal.write({ kind: "over", outcome: "taken back" });
    return { outcome: "taken back", asides };
  };
  if (planned.keeps || entries.some(({ kind }) => kind === "back")) return back(planned.plan);
  try {
    await takeSteps(planned.plan, onStep);
    journal.write({ kind: "over", outcome: "completed" });
    return { outcome: "completed", asides: [] };
  } catch (thrown) {
    // Somebody has changed meanwhile what was still to be done.
    if (!(thrown instanceof Disturbed)) throw thrown;
    journal.write({ kind: "back" });
    return back(planned.plan);
  }
}
