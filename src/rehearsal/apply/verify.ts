/** Whether the host is as it was when the dry run ended, in all that the difference touches. */

import { isBelow, realPathOf } from "../../runtime/index.ts";
import { folderOf, statusOf } from "../../sandbox/index.ts";
import { isSameFingerprint } from "../difference/fingerprint.ts";
import type { Fingerprint, KeptDifference, SealedChange } from "../difference/format.ts";
import { basesOf } from "../difference/seal.ts";

export interface Moved {
  readonly path: string;
  readonly how: string;
}

/** Everything that is not as it was, sorted by path. */
export function movedBase({ changes }: Pick<KeptDifference, "changes">): readonly Moved[] {
  const found = new Map<string, string>();
  const left = new Set(changes.flatMap(({ from }) => (from === undefined ? [] : [from])));
  const fresh = freshFolders(changes);
  for (const change of changes) {
    const { base, origin } = basesOf(change);
    compare(found, change.base, base);
    compare(found, change.origin, origin);
    const { path, before, kind } = change;
    if (fresh.some((folder) => path !== folder && isBelow(path, folder))) continue;
    if (before === null && kind !== "times" && !left.has(path) && statusOf(path) !== undefined)
      found.set(path, "is there now");
    const folder = folderOf(path);
    if (realOf(folder) !== folder) found.set(folder, "is no longer the same folder");
  }
  return [...found].map(([path, how]) => ({ path, how })).sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** Folders that are not there, or not at this place, until the difference is applied. */
export function freshFolders(changes: readonly SealedChange[]): readonly string[] {
  return changes
    .filter(({ kind, type }) => type === "folder" && (kind === "made" || kind === "moved" || kind === "replaced"))
    .map(({ path }) => path);
}

function compare(found: Map<string, string>, had: Fingerprint | null, has: Fingerprint | null): void {
  if (had === null || isSameFingerprint(had, has)) return;
  found.set(had.path, has === null ? "is gone" : howOther(had, has));
}

function howOther(had: Fingerprint, has: Fingerprint): string {
  if (had.type !== has.type) return "is of another type now";
  if (had.content !== has.content || had.size !== has.size)
    return had.type === "folder" ? "has other entries now" : "has another content now";
  if (had.mode !== has.mode) return "has other rights now";
  if (had.uid !== has.uid || had.gid !== has.gid) return "has another owner now";
  return had.modified === has.modified ? "has other extended attributes now" : "was written since";
}

function realOf(path: string): string | undefined {
  try {
    return realPathOf(path);
  } catch {
    return undefined;
  }
}
