/** Where the transactions of `atomic` are kept, and what a killed engine has left of them. */

import { readdirSync, rmdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type { AtomicModule, CommittedTrees } from "../runtime/index.ts";
import { openAtomic, recoverAtomic, reopenKept, serveTrees } from "../sandbox/index.ts";
import { historyFolder, makeFolder, type RunState } from "./state.ts";

type Say = (sentence: string) => void;

const name = "atomic";

/** What writes trees apart for a run: loaded with its first `atomic`. */
export function atomicModule(state: RunState): AtomicModule {
  let count = 0;
  const folderOf = (key: string): string | undefined => {
    // The run's choice of the state folder holds for transactions, too.
    state.folder();
    const root = state.root();
    return root === undefined ? undefined : join(root, name, `${state.runId}-${key}`);
  };
  return {
    async open(paths, key, needsRights) {
      count += 1;
      const folder = folderOf(key ?? `n${count}`);
      if (folder === undefined) {
        const reason = "there is no folder in which a transaction could be kept";
        return { path: paths[0] ?? "", reason, next: "set XDG_STATE_HOME to a folder that can be written" };
      }
      makeFolder(folder);
      const trees = await openAtomic({ paths, folder, needsRights, keeper: keeperWords() });
      if ("reason" in trees) {
        rmdirSync(folder);
        return trees;
      }
      return { ...trees, ...withoutFolder(folder, trees) };
    },
    async reopen(key) {
      const folder = folderOf(key);
      if (folder === undefined) return undefined;
      const kept = await reopenKept(folder, keeperWords());
      return kept === undefined || kept === "alive" ? undefined : withoutFolder(folder, kept);
    },
  };
}

/** The word behind which an engine keeps trees for the one whose process number follows. */
export const keepTreesWord = "__keep-trees";

/** What starts an engine of this version as a keeper; undefined where this process was started otherwise, as by tests. */
function keeperWords(): readonly string[] | undefined {
  const [, engine = ""] = process.argv;
  return basename(engine) === "dscript.cjs" ? [process.execPath, engine, keepTreesWord] : undefined;
}

/** Keeps trees for the engine that started this one. */
export async function keepTrees(engine: string | undefined): Promise<void> {
  await serveTrees(Number(engine));
}

/** The folder goes with the transaction. */
function withoutFolder(folder: string, trees: CommittedTrees): CommittedTrees {
  const ended = async <T>(work: Promise<T>): Promise<T> => {
    const value = await work;
    rmdirSync(folder);
    return value;
  };
  return { takeBack: () => ended(trees.takeBack()), forget: () => ended(trees.forget()) };
}

/** Completes or takes back what a killed engine has left: one look where there is nothing. `say` takes a sentence without its end. */
export async function settleTransactions(say: Say): Promise<void> {
  const root = historyFolder();
  if (root === undefined) return;
  for (const own of namesIn(join(root, name))) await settleOne(root, own, say);
}

/** What a run committed whose plan is given up stays. */
export async function forgetTransactions(root: string, runId: string): Promise<void> {
  for (const own of namesIn(join(root, name)).filter((each) => each.startsWith(`${runId}-`))) {
    const folder = join(root, name, own);
    const kept = await reopenKept(folder, keeperWords());
    if (kept !== undefined && kept !== "alive") await withoutFolder(folder, kept).forget();
  }
}

async function settleOne(root: string, own: string, say: Say): Promise<void> {
  const folder = join(root, name, own);
  try {
    const state = await planStateOf(root, own);
    // A plan that is not finished decides itself about what is committed.
    if (state !== undefined) {
      const kept = await reopenKept(folder, keeperWords());
      if (kept === "alive") return;
      if (kept !== undefined && state === "open") return kept.close();
      if (kept !== undefined && state === "done") return await withoutFolder(folder, kept).forget();
      kept?.close();
    }
    const { outcome, paths, asides } = await recoverAtomic(folder, { keeper: keeperWords() });
    // Another engine may have made its folder just now.
    if (outcome === "alive" || (outcome === "nothing" && ageOf(folder) < longEnough)) return;
    rmdirSync(folder);
    const where = paths.join(", ");
    if (outcome === "completed") say(`what an engine that was killed left half done in ${where} is completed`);
    if (outcome === "taken back") say(`what an engine that was killed left half done in ${where} is taken back`);
    for (const path of asides) say(`what somebody else has put in the way meanwhile is kept as ${path}`);
  } catch (thrown) {
    const { code = "", message } = thrown as Error & { code?: string };
    say(`what an engine that was killed left in ${folder} cannot be settled yet (${code === "" ? message : code})`);
  }
}

// Milliseconds from which on a folder without a journal is one that was left.
const longEnough = 60_000;

function ageOf(folder: string): number {
  return Date.now() - statSync(folder).mtimeMs;
}

const idLength = 26;

/** What has become of the plan that a transaction belongs to; undefined where it belongs to none. */
async function planStateOf(root: string, own: string): Promise<"open" | "done" | "undone" | undefined> {
  const [run, key] = [own.slice(0, idLength), own.slice(idLength + 1)];
  const plan = key.split(".", 1)[0] ?? "";
  if (!/^\d+$/.test(plan)) return undefined;
  const { lastEnd, noJournal, readJournal } = await import("./journal/read.ts");
  const known = readJournal(join(root, "runs", run));
  // One that cannot be read keeps what it has until it is given up.
  if (typeof known === "string") return known === noJournal ? undefined : "open";
  const state = lastEnd(known.entries, plan)?.state;
  // What an undo that failed may still stand on stays as it is.
  return state === undefined || state === "undo failed" ? "open" : state;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
