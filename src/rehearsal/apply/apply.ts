/** Applies a reviewed difference: all of it or nothing, also where the engine is killed meanwhile. */

import { randomBytes } from "node:crypto";
import { rmdirSync } from "node:fs";
import { join } from "node:path";
import { makeFolders } from "../../runtime/index.ts";
import { openAtomic } from "../../sandbox/index.ts";
import { type ReadDifference, type Refusal, readDifference } from "./read.ts";
import { replay } from "./replay.ts";
import { treesOf } from "./trees.ts";
import { movedBase } from "./verify.ts";

export interface Applied extends ReadDifference {
  /** What was written apart and committed. */
  readonly trees: readonly string[];
}

/** `isSystem`: this host does not let it be applied; nothing is wrong with the difference. */
export type NotApplied = Refusal & { readonly isSystem?: boolean };

/** `state` is the state folder: there a killed engine's next one finds what to settle. */
export async function applyDifference(at: string, state: string): Promise<Applied | NotApplied> {
  const read = readDifference(at);
  if ("problem" in read) return read;
  const { difference, folder } = read;
  const { changes } = difference;
  if (changes.length === 0) return { ...read, trees: [] };
  const moved = movedBase(difference);
  if (moved.length > 0) return stale(moved);
  const trees = treesOf(changes);
  if ("why" in trees) return { ...cannot(`${trees.path}: ${trees.why}`), isSystem: true };
  const journal = join(state, "atomic", `apply-${randomBytes(10).toString("hex")}-apply`);
  makeFolders(journal, 0o700);
  const open = await openAtomic({ paths: trees, folder: journal });
  if ("reason" in open) {
    rmdirSync(journal);
    return { problem: `the difference cannot be applied: ${open.reason}`, next: open.next, isSystem: true };
  }
  const back = async (): Promise<void> => {
    await open.takeBack();
    rmdirSync(journal);
  };
  // What has changed ahead of the opening is seen here, what changes from now on at the commit.
  const since = movedBase(difference);
  if (since.length > 0) {
    await back();
    return stale(since);
  }
  try {
    const work = (): void => replay({ changes, folder, trees });
    if (open.namespace === null) work();
    else open.namespace.within(work);
    const conflict = await open.commit({ keeps: false });
    if (conflict !== null) {
      await back();
      return stale(conflict.clashes.map(({ path, what }) => ({ path, how: clashWords[what] })));
    }
    await open.forget();
    rmdirSync(journal);
    return { ...read, trees };
  } catch (thrown) {
    await back();
    const { code, path } = thrown as { code?: string; path?: string };
    if (code === undefined) throw thrown;
    return { ...cannot(path === undefined ? code : `${path}: ${code}`), isSystem: true };
  }
}

const clashWords = {
  changed: "was written since",
  removed: "is gone",
  made: "is there now",
  clock: "cannot be told from what has changed since: the clock was set back",
} as const;

function stale(paths: Refusal["paths"] & {}): Refusal {
  return {
    problem: "the difference does not fit any more: files have changed since the dry run",
    next: "make a new dry run; nothing was applied",
    paths,
  };
}

function cannot(why: string): Refusal {
  return { problem: `the difference cannot be applied: ${why}`, next: "run the script itself; nothing was applied" };
}
