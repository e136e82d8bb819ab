/** Folders for tests of atomic trees, on a disk, and trees opened in them. */

import { chmodSync, mkdirSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import { type RunTrees, removeTree } from "../../../src/runtime/index.ts";
import type { OnStep } from "../../../src/sandbox/atomic/apply.ts";
import { openAtomic } from "../../../src/sandbox/index.ts";
import { plant } from "./operations.ts";

export interface Place {
  readonly folder: string;
  readonly tree: string;
  readonly outside: string;
  /** Of the transaction's own journal. */
  readonly state: string;
}

const base = mkdtempSync("/var/tmp/dscript-atomic-test-");
let count = 0;

export function newPlace(): Place {
  count += 1;
  const folder = join(base, String(count));
  const place = { folder, tree: join(folder, "tree"), outside: join(folder, "outside"), state: join(folder, "state") };
  for (const each of [place.folder, place.tree, place.state]) mkdirSync(each);
  chmodSync(base, 0o755);
  plant(place.tree, place.outside);
  return place;
}

export function removePlaces(): void {
  // An overlay leaves a folder that not even its owner can read.
  removeTree(base);
}

export async function opened(place: Place, onStep?: OnStep): Promise<RunTrees> {
  const trees = await openAtomic({ paths: [place.tree], folder: place.state }, onStep);
  if ("reason" in trees) throw new Error(`${trees.reason}; ${trees.next}`);
  return trees;
}

export function within<T>(trees: RunTrees, work: () => T): T {
  return trees.namespace === null ? work() : trees.namespace.within(work);
}

export const isRoot = process.getuid?.() === 0;
