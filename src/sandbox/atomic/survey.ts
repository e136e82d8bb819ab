/** What an overlay's upper folder says: everything that has changed in its tree (kernel documentation, filesystems/overlayfs). */

import type { BigIntStats } from "node:fs";
import { textOf } from "../../runtime/index.ts";
import { inside, namesIn, statusOf } from "./look.ts";
import { type Origin, originOf } from "./origin.ts";
import { attributeOf } from "./system.ts";
import { parts, type Tree } from "./tree.ts";

/**
 * An entry of an upper folder.
 * `removed`: it is no longer there. `new`: it is all that is there. `folder`: it lies over a folder of the lower tree.
 * `moved`: a folder of the lower tree, from elsewhere, with what has changed in it.
 */
export interface Found {
  readonly how: "removed" | "new" | "folder" | "moved";
  readonly name: string;
  /** Its place in the tree, as the run sees it. */
  readonly path: string;
  readonly status: BigIntStats;
  /** What of the lower tree has that name, or had it ahead of the move of a folder around it; undefined where nothing has. */
  readonly hidden: { readonly path: string; readonly status: BigIntStats } | undefined;
  /** The folder of the lower tree that it lies over. */
  readonly below: { readonly path: string; readonly status: BigIntStats } | undefined;
  readonly origin: Origin | undefined;
  readonly children: readonly Found[];
}

/** Reads the upper folder of a tree; `prefix` is that of the overlay's attributes. */
export function survey(tree: Tree, prefix: string): Found {
  const upper = parts.upper(tree);
  const status = statusOf(upper);
  const lower = statusOf(tree.lower);
  if (status === undefined) throw Object.assign(new Error("no upper folder"), { code: "ENOENT" });
  const look = lookInto(tree, prefix);
  return {
    ...{ how: "folder", name: "", path: tree.lower, status, hidden: undefined, origin: undefined },
    below: lower === undefined ? undefined : { path: tree.lower, status: lower },
    children: look(upper, tree.lower, lower?.isDirectory() === true ? tree.lower : null),
  };
}

/** Copies of files with several names: one of them may have no name left in the upper folder, and is another name's new content all the same. `at`: where it lies. */
export function indexOf(tree: Tree, prefix: string): readonly (Found & { readonly at: string })[] {
  const folder = `${parts.work(tree)}/index`;
  if (statusOf(folder) === undefined) return [];
  return namesIn(folder).flatMap((name) => {
    const path = inside(folder, name);
    const status = statusOf(path);
    const origin = originOf(path, prefix);
    if (status === undefined || status.isDirectory() || isWhiteout(status) || origin === undefined) return [];
    const found = { name, path: tree.lower, status, hidden: undefined, below: undefined, origin, children: [] };
    return [{ ...found, how: "new", at: path }];
  });
}

function lookInto(tree: Tree, prefix: string) {
  const look = (upper: string, place: string, lower: string | null): readonly Found[] =>
    namesIn(upper).map((name) => entry(inside(upper, name), name, inside(place, name), lower));
  const entry = (upper: string, name: string, path: string, lower: string | null): Found => {
    const status = statusOf(upper);
    if (status === undefined) throw Object.assign(new Error("it changes while it is read"), { code: "EBUSY" });
    const hidden = lower === null ? undefined : found(inside(lower, name));
    const base = { name, path, status, hidden, below: undefined, origin: undefined, children: [] };
    if (isWhiteout(status)) return { ...base, how: "removed" };
    const origin = originOf(upper, prefix);
    if (!status.isDirectory()) return { ...base, how: "new", origin };
    const noted = attributeOf(upper, `${prefix}redirect`);
    if (noted !== undefined) {
      const redirect = textOf(noted);
      const from = redirect.startsWith("/")
        ? `${tree.lower === "/" ? "" : tree.lower}${redirect}`
        : inside(lower ?? tree.lower, redirect);
      const children = look(upper, path, from);
      return { ...base, how: "moved", origin, below: found(from), children };
    }
    const isOpaque = attributeOf(upper, `${prefix}opaque`)?.toString() === "y";
    const liesOver = !isOpaque && lower !== null && (hidden?.status.isDirectory() === true || origin !== undefined);
    if (!liesOver) return { ...base, how: "new", children: look(upper, path, null) };
    const children = look(upper, path, inside(lower, name));
    return { ...base, how: "folder", origin, below: hidden, hidden: undefined, children };
  };
  return look;
}

function found(path: string): Found["hidden"] {
  const status = statusOf(path);
  return status === undefined ? undefined : { path, status };
}

function isWhiteout(status: BigIntStats): boolean {
  return status.isCharacterDevice() && status.rdev === 0n;
}
