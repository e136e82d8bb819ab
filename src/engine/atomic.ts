/** Where the transactions of `atomic` are kept, and what a killed engine has left of them. */

import { readdirSync, rmdirSync } from "node:fs";
import { join } from "node:path";
import type { AtomicModule } from "../runtime/index.ts";
import { historyFolder, makeFolder, type RunState } from "./state.ts";

/** What writes trees apart for a run: loaded with its first `atomic`. */
export function atomicModule(state: RunState): AtomicModule {
  let count = 0;
  return {
    async open(paths) {
      // Its choice of the state folder holds for transactions, too.
      state.folder();
      const root = state.root();
      if (root === undefined) {
        const reason = "there is no folder in which a transaction could be kept";
        return { path: paths[0] ?? "", reason, next: "set XDG_STATE_HOME to a folder that can be written" };
      }
      count += 1;
      const folder = join(root, "atomic", `${state.runId}-${count}`);
      makeFolder(folder);
      const { openAtomic } = await import("../sandbox/index.ts");
      const trees = await openAtomic({ paths, folder });
      if ("reason" in trees) {
        rmdirSync(folder);
        return trees;
      }
      const ended = async <T>(work: Promise<T>): Promise<T> => {
        const value = await work;
        rmdirSync(folder);
        return value;
      };
      return { ...trees, takeBack: () => ended(trees.takeBack()), forget: () => ended(trees.forget()) };
    },
  };
}

/** Completes or takes back what a killed engine has left: one look where there is nothing. `say` takes a sentence without its end. */
export async function settleTransactions(say: (sentence: string) => void): Promise<void> {
  const root = historyFolder();
  if (root === undefined) return;
  const folder = join(root, "atomic");
  for (const name of namesIn(folder)) {
    const { recoverAtomic } = await import("../sandbox/index.ts");
    const own = join(folder, name);
    try {
      const { outcome, paths, asides } = await recoverAtomic(own);
      if (outcome === "alive") continue;
      rmdirSync(own);
      const where = paths.join(", ");
      if (outcome === "completed") say(`what an engine that was killed left half done in ${where} is completed`);
      if (outcome === "taken back") say(`what an engine that was killed left half done in ${where} is taken back`);
      for (const path of asides) say(`what somebody else has put in the way meanwhile is kept as ${path}`);
    } catch (thrown) {
      const { code = "", message } = thrown as Error & { code?: string };
      say(`what an engine that was killed left in ${own} cannot be settled yet (${code === "" ? message : code})`);
    }
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
