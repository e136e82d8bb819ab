/** A tree that is written apart: its overlay's folders lie beside it, hidden, on its own file system, so that a commit can rename. */

import { closeSync, mkdirSync, openSync, renameSync } from "node:fs";
import { nameOf, removeTree } from "../../runtime/index.ts";
import { removeMeanwhile } from "./leave.ts";
import { folderOf, inside, statusOf, uniqueDigits } from "./look.ts";
import { giveMetadata, metadataOf } from "./metadata.ts";
import { setTimes } from "./system.ts";

export interface Tree {
  /** Its real path, on the host. */
  readonly lower: string;
  /** The folder that holds everything of the transaction that lies on this file system. */
  readonly hidden: string;
  /** When it was opened, by the clock of its own file system: what has changed since has no earlier time of change. Nanoseconds. */
  readonly since: string;
}

/** Folders within the hidden one. */
export const parts = {
  upper: (tree: Pick<Tree, "hidden">) => `${tree.hidden}/upper`,
  work: (tree: Pick<Tree, "hidden">) => `${tree.hidden}/work`,
  /** What a commit takes away. */
  old: (tree: Pick<Tree, "hidden">) => `${tree.hidden}/old`,
  /** What a commit has ready. */
  ready: (tree: Pick<Tree, "hidden">) => `${tree.hidden}/ready`,
} as const;

/** A name for a hidden folder that nobody else has. */
export function hiddenFor(lower: string): string {
  return inside(folderOf(lower), `.dscript-atomic-${uniqueDigits()}`);
}

/** Makes the hidden folder; throws what the system says. */
export function makeHidden(tree: Pick<Tree, "lower" | "hidden">): void {
  mkdirSync(nameOf(tree.hidden), { mode: 0o700 });
  for (const part of Object.values(parts)) mkdirSync(nameOf(part(tree)), { mode: 0o700 });
  const status = statusOf(tree.lower);
  // The upper folder's rights, owner, attributes and times are those that are seen.
  if (status !== undefined) giveMetadata(parts.upper(tree), metadataOf(tree.lower, status));
}

/** Waits until the file system's clock has moved on, a few milliseconds at most: what changes from now on has a later time than what was there. */
export function momentOf(tree: Pick<Tree, "hidden">): bigint {
  const marker = `${tree.hidden}/since`;
  closeSync(openSync(nameOf(marker), "wx"));
  const first = changedAt(marker);
  for (;;) {
    setTimes(marker, 0n, 0n);
    const now = changedAt(marker);
    if (now > first) return now;
  }
}

/** What the file system's clock shows. */
export function clockOf(tree: Pick<Tree, "hidden">): bigint {
  setTimes(`${tree.hidden}/since`, 0n, 0n);
  return changedAt(`${tree.hidden}/since`);
}

function changedAt(path: string): bigint {
  return statusOf(path)?.ctimeNs ?? 0n;
}

/** Removes the hidden folders. The first thing to be seen of that is that one has left its place; whatever was left of an earlier try goes, too. */
export function removeTrees(trees: readonly Pick<Tree, "hidden">[]): void {
  takeAway(trees);
  for (const { hidden } of trees) removeTree(leaving(hidden));
}

/** The same, while whoever asks goes on: when this returns, each has left its place. */
export async function leaveTrees(trees: readonly Pick<Tree, "hidden">[]): Promise<void> {
  takeAway(trees);
  await Promise.all(trees.map(({ hidden }) => removeMeanwhile(leaving(hidden))));
}

function takeAway(trees: readonly Pick<Tree, "hidden">[]): void {
  for (const { hidden } of trees)
    if (statusOf(hidden) !== undefined) renameSync(nameOf(hidden), nameOf(leaving(hidden)));
}

function leaving(hidden: string): string {
  return `${hidden}.over`;
}
