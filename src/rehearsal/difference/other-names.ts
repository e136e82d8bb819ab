/** Files of the host that were changed through a name which is gone since: their other names have what is new. */

import type { BigIntStats } from "node:fs";
import { type Found, indexOf, inside, namesIn, statusOf, type Tree, withOrigin } from "../../sandbox/index.ts";

export interface Renewed {
  /** The name on the host that is gone. */
  readonly path: string;
  readonly before: BigIntStats;
  /** Where the overlay has what the other names show. */
  readonly at: string;
  readonly status: BigIntStats;
}

/** One name stands for each file. The overlay's index has copies of files with several names, whichever of those the upper folder has. */
export function renewedElsewhere(tree: Tree, prefix: string, root: Found): readonly Renewed[] {
  const shown = new Set<bigint>();
  const collect = ({ how, status, children }: Found): void => {
    if (how === "new" && !status.isDirectory()) shown.add(status.ino);
    children.forEach(collect);
  };
  collect(root);
  const copies = indexOf(tree, prefix).filter(({ status }) => status.isFile() && !shown.has(status.ino));
  if (copies.length === 0) return [];
  const gone = namesGone(root);
  return copies.flatMap(({ at, status, origin }) => {
    const before = origin === undefined ? undefined : withOrigin(tree, origin, (_, own) => own);
    if (typeof before !== "object") return [];
    const paths = gone.get(before.ino) ?? [];
    const [path] = paths;
    return path === undefined || BigInt(paths.length) >= before.nlink ? [] : [{ path, before, at, status }];
  });
}

/** By the numbers of the host's files: their names that are no longer there, or are another file's. */
function namesGone(root: Found): ReadonlyMap<bigint, readonly string[]> {
  const gone = new Map<bigint, string[]>();
  const note = (path: string, status: BigIntStats | undefined): void => {
    if (status === undefined) return;
    if (!status.isDirectory()) gone.set(status.ino, [...(gone.get(status.ino) ?? []), path]);
    else for (const name of namesIn(path)) note(inside(path, name), statusOf(inside(path, name)));
  };
  const collect = ({ how, hidden, children }: Found): void => {
    if (hidden !== undefined && how !== "folder") note(hidden.path, hidden.status);
    children.forEach(collect);
  };
  collect(root);
  return gone;
}
