/** What a killed engine has left of a transaction is completed or taken back; doing it again, and being killed with it, does no harm. */

import { closeSync, existsSync, unlinkSync } from "node:fs";
import { type CommittedTrees, tryLockFile } from "../../runtime/index.ts";
import { type OnStep, takeSteps, takeStepsBack } from "./apply.ts";
import { type Entry, Journal, newIn, openNew, readJournal } from "./journal.ts";
import { statusOf } from "./look.ts";
import type { Recovered } from "./recovered.ts";
import { mayMount } from "./rights.ts";
import { Disturbed, isTold, type Plan, wasTaken } from "./steps.ts";
import { removeTrees, type Tree } from "./tree.ts";

/** `onStep` is for tests that end in the midst of it; `keeper` starts a keeper for what one has laid. */
export interface RecoveryOptions {
  readonly onStep?: OnStep | undefined;
  readonly keeper?: readonly string[] | undefined;
}

export async function recoverAtomic(folder: string, { onStep, keeper }: RecoveryOptions = {}): Promise<Recovered> {
  const journal = Journal.reopen(folder);
  if (journal === undefined) return { outcome: await clearNew(folder), paths: [], asides: [] };
  // What is read ahead of the lock may be over when it is had.
  if (onStep === undefined && !(await isLeft(journal, folder))) {
    journal.close();
    return { outcome: "alive", paths: [], asides: [] };
  }
  journal.trim();
  const found = readJournal(folder) ?? [];
  const opened = found[0];
  const trees = opened?.kind === "opened" ? opened.trees : [];
  if (keeper !== undefined && isKeepers(opened)) {
    journal.close();
    const settled = await recoverKept(folder, keeper);
    return settled ?? recoverAtomic(folder);
  }
  const isOver = trees.some(({ hidden }) => statusOf(hidden) === undefined);
  const { outcome, asides } = isOver ? ended(found) : await settle(found, trees, journal, onStep);
  removeTrees(trees);
  journal.remove();
  return { outcome, asides, paths: trees.map(({ lower }) => lower) };
}

/** Whether its engine is gone; the journal is locked then. A keeper ends a moment behind its engine. */
async function isLeft(journal: Journal, folder: string): Promise<boolean> {
  for (let waited = 0; (await tryLockFile(journal.fd)) !== null; waited += pause) {
    const opened = readJournal(folder)?.[0];
    const engine = opened?.kind === "opened" ? opened.engine : undefined;
    if (engine === undefined || existsSync(`/proc/${engine}`) || waited >= longest) return false;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return true;
}

// Milliseconds.
const pause = 20;
const longest = 5000;

/** A keeper has rights over unwritable folders that its user lacks. */
function isKeepers(opened: Entry | undefined): boolean {
  return opened?.kind === "opened" && opened.prefix === "user.overlay." && !mayMount();
}

/** Undefined where there can be no keeper. One that is gone meanwhile has a successor. */
async function recoverKept(folder: string, words: readonly string[], isSecond = false): Promise<Recovered | undefined> {
  const { askKeeper, keeperOf } = await import("../keeper/partner.ts");
  const partner = await keeperOf(words);
  if (typeof partner === "string") return undefined;
  try {
    return await askKeeper(partner, { ask: "recover", folder });
  } catch (thrown) {
    if ((thrown as { code?: string }).code !== "EPIPE") throw thrown;
    return isSecond ? undefined : recoverKept(folder, words, true);
  }
}

/** A journal without an entry: nothing has been made yet. */
async function clearNew(folder: string): Promise<"nothing" | "alive"> {
  const fd = openNew(folder);
  if (fd === undefined) return "nothing";
  try {
    if ((await tryLockFile(fd)) !== null) return "alive";
    unlinkSync(newIn(folder));
    return "nothing";
  } finally {
    closeSync(fd);
  }
}

type Settled = Pick<Recovered, "outcome" | "asides">;

/** Only what is hidden was left. */
function ended(entries: readonly Entry[]): Settled {
  const planned = entries.find((entry) => entry.kind === "planned");
  if (entries.some(({ kind }) => kind === "stays")) return { outcome: "completed", asides: [] };
  const isBack = planned === undefined || entries.some(({ kind }) => kind === "back");
  return { outcome: isBack ? "taken back" : "completed", asides: [] };
}

async function settle(
  entries: readonly Entry[],
  trees: readonly Tree[],
  journal: Journal,
  onStep: OnStep | undefined,
): Promise<Settled> {
  if (entries.some(({ kind }) => kind === "stays")) return { outcome: "completed", asides: [] };
  await restoreCopies(entries, trees);
  const planned = entries.find((entry) => entry.kind === "planned");
  if (planned === undefined) return { outcome: "taken back", asides: [] };
  const back = async (plan: Plan): Promise<Settled> => {
    // From here on the outcome is this one, wherever it is cut off.
    if (!entries.some(({ kind }) => kind === "back")) journal.write({ kind: "back" });
    return { outcome: "taken back", asides: await takeStepsBack(plan, onStep) };
  };
  if (planned.keeps || entries.some(({ kind }) => kind === "back")) return back(planned.plan);
  const isSure = planned.early !== true || entries.some(({ kind }) => kind === "sure") || hasBegun(planned.plan, trees);
  // The machine went down ahead of the first step: what the plan names may not be whole.
  if (!isSure) return back(planned.plan);
  try {
    await takeSteps(planned.plan, onStep);
    return { outcome: "completed", asides: [] };
  } catch (thrown) {
    // Somebody has changed meanwhile what was still to be done.
    if (!(thrown instanceof Disturbed)) throw thrown;
    return back(planned.plan);
  }
}

/** An early plan's first step is one of which a hidden folder tells. */
function hasBegun({ steps: [first] }: Plan, trees: readonly Tree[]): boolean {
  return first !== undefined && trees.some(({ hidden }) => isTold(first, hidden)) && wasTaken(first);
}

async function restoreCopies(entries: readonly Entry[], trees: readonly Tree[]): Promise<void> {
  const copied = entries.find((entry) => entry.kind === "copied");
  if (copied === undefined) return;
  const { restoreTrees } = await import("../copies/transaction.ts");
  restoreTrees(trees, copied.inodes);
}

/** Trees that were committed, whose old state an engine kept that is gone. */
export interface KeptTrees extends CommittedTrees {
  readonly paths: readonly string[];
  /** Leaves it as it is, for whoever asks next. */
  readonly close: () => void;
}

/** A commit of an earlier engine that is whole and can still be taken back; `alive` where that engine still runs. */
export async function reopenKept(folder: string, keeper?: readonly string[]): Promise<KeptTrees | "alive" | undefined> {
  const journal = Journal.reopen(folder);
  if (journal === undefined) return undefined;
  if (!(await isLeft(journal, folder))) {
    journal.close();
    return "alive";
  }
  journal.trim();
  const found = readJournal(folder) ?? [];
  if (!isKept(found)) {
    journal.close();
    return undefined;
  }
  const opened = found[0];
  const planned = found.find((entry) => entry.kind === "planned");
  const trees = opened?.kind === "opened" ? opened.trees : [];
  const end = (): void => {
    removeTrees(trees);
    journal.remove();
  };
  return {
    paths: trees.map(({ lower }) => lower),
    close: () => journal.close(),
    async takeBack() {
      journal.write({ kind: "back" });
      if (keeper !== undefined && isKeepers(opened)) {
        journal.close();
        return (await recoverAtomic(folder, { keeper })).asides;
      }
      await restoreCopies(found, trees);
      const asides = planned === undefined ? [] : await takeStepsBack(planned.plan);
      end();
      return asides;
    },
    async forget() {
      journal.write({ kind: "stays" });
      end();
    },
  };
}

function isKept(entries: readonly Entry[]): boolean {
  return entries.at(-1)?.kind === "kept";
}
