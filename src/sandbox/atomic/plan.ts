/** From what has changed to the steps of a commit. Whatever a step needs is made ready in the hidden folder ahead of the first one. */

import { type BigIntStats, linkSync, renameSync, unlinkSync } from "node:fs";
import { nameOf } from "../../runtime/index.ts";
import { isSameContent, saveContent } from "./content.ts";
import { folderOf, inside, statusOf } from "./look.ts";
import { isSameMetadata, type Metadata, metadataOf, stripOverlay } from "./metadata.ts";
import { linkOrigin, withOrigin } from "./origin.ts";
import { depthOf, type Plan, type Step } from "./steps.ts";
import type { Found } from "./survey.ts";
import { parts, type Tree } from "./tree.ts";

export interface Made extends Plan {
  /** What has to be on the disk ahead of the first step. */
  readonly written: readonly string[];
  /** Folders that are changed, at their places then. */
  readonly changed: readonly string[];
}

interface Planning {
  readonly tree: Tree;
  readonly steps: Step[];
  readonly contents: Step[];
  readonly folders: Map<string, Metadata>;
  readonly written: string[];
  readonly changed: string[];
  /** Where folders lie that have been taken out of their places, by where they were. */
  readonly taken: Map<string, string>;
  /** Copies of files with several names whose content is in a step already, by inode number. */
  readonly copies: Set<bigint>;
  readonly fresh: (part: "old" | "ready") => string;
}

type Replaced = Pick<BigIntStats, "ino" | "nlink" | "ctimeNs" | "isDirectory">;

/** The plan of one tree; changes only what lies in its hidden folder. */
export function planOf(tree: Tree, root: Found, index: readonly Found[]): Made {
  let number = 0;
  const planning: Planning = {
    ...{ tree, steps: [], contents: [], folders: new Map(), written: [], changed: [] },
    ...{ taken: new Map(), copies: new Set() },
    fresh(part) {
      number += 1;
      return `${parts[part](tree)}/${number}`;
    },
  };
  takeOut(planning, root);
  build(planning, root, parts.upper(tree));
  for (const found of index) ownFile(planning, found, inside(`${parts.work(tree)}/index`, found.name));
  const { steps, contents, folders, written, changed } = planning;
  return {
    steps: [...contents, ...steps],
    folders: [...folders].map(([path, before]) => ({ path, before })),
    ...{ written, changed },
  };
}

/** Folders that get another place leave theirs, the deepest first. */
function takeOut(planning: Planning, root: Found): void {
  const moved: Found[] = [];
  const collect = (found: Found): void => {
    if (found.how === "moved") moved.push(found);
    found.children.forEach(collect);
  };
  collect(root);
  const pathOf = (found: Found): string => found.below?.path ?? "";
  for (const found of moved.sort((one, other) => depthOf(pathOf(other)) - depthOf(pathOf(one)))) {
    const { below } = found;
    if (below === undefined) continue;
    const to = planning.fresh("ready");
    keepFolder(planning, folderOf(below.path));
    planning.steps.push({ kind: "move", from: below.path, to, inode: String(below.status.ino) });
    planning.taken.set(below.path, to);
  }
}

/** A folder that lies over one of the lower tree: what is in it, then itself. */
function build(planning: Planning, folder: Found, upper: string): void {
  const { below } = folder;
  if (below === undefined) return;
  const first = planning.steps.length;
  for (const child of folder.children) {
    const from = inside(upper, child.name);
    switch (child.how) {
      case "removed":
        remove(planning, child);
        break;
      case "new":
        putNew(planning, child, from, replaced(planning, child));
        break;
      case "folder":
        build(planning, child, from);
        break;
      case "moved":
        putMoved(planning, child, from, replaced(planning, child));
    }
  }
  const isLeft = folder.children.some(({ hidden }) => hidden !== undefined && planning.taken.has(hidden.path));
  finishFolder(planning, folder, upper, isLeft || planning.steps.length > first);
}

function remove(planning: Planning, { hidden, path }: Found): void {
  if (hidden === undefined || planning.taken.has(hidden.path)) return;
  const inode = String(hidden.status.ino);
  planning.steps.push({ kind: "remove", from: path, to: planning.fresh("old"), inode, stamp: stampOf(hidden.status) });
}

/** What lies at an entry's place when its turn comes. */
function replaced({ taken }: Planning, { hidden }: Found): Replaced | undefined {
  return hidden === undefined || taken.has(hidden.path) ? undefined : hidden.status;
}

function put(planning: Planning, from: string, inode: bigint, to: string, other: Replaced | undefined): void {
  const known = { from, to, inode: String(inode) };
  planning.steps.push(
    other === undefined
      ? { kind: "move", ...known }
      : { kind: "exchange", ...known, other: String(other.ino), stamp: stampOf(other) },
  );
}

/** By which a later change is seen. Steps change it themselves for folders, and for files with several names. */
function stampOf(status: Replaced): string | null {
  return status.isDirectory() || status.nlink > 1n ? null : String(status.ctimeNs);
}

function putNew(planning: Planning, found: Found, from: string, other: Replaced | undefined): void {
  const own = ownFile(planning, found, from);
  if (own !== undefined) {
    if (other?.ino === own.inode) return;
    return put(planning, own.name(), own.inode, found.path, other);
  }
  stripOverlay(from);
  if (found.status.isFile() || found.status.isDirectory()) planning.written.push(from);
  const inner = found.status.isDirectory() ? within(planning, found, from) : [];
  put(planning, from, found.status.ino, found.path, other);
  for (const place of inner) place();
}

function putMoved(planning: Planning, found: Found, upper: string, other: Replaced | undefined): void {
  const { below, path } = found;
  if (below === undefined) return;
  put(planning, planning.taken.get(below.path) ?? "", below.status.ino, path, other);
  build(planning, found, upper);
}

/** Makes all within a new folder ready for the move; the value is what is to be done when it has got to its place. */
function within(planning: Planning, folder: Found, upper: string): readonly (() => void)[] {
  return folder.children.flatMap((child) => {
    const from = inside(upper, child.name);
    if (child.how === "removed") {
      unlinkSync(nameOf(from));
      return [];
    }
    if (child.how === "moved") {
      const part = planning.fresh("ready");
      renameSync(nameOf(from), nameOf(part));
      return [() => putMoved(planning, child, part, undefined)];
    }
    const own = ownFile(planning, child, from);
    if (own !== undefined) {
      const { inode } = own;
      const path = own.name();
      // The overlay's copy has come along with the folder.
      const copy = { ...child.status, nlink: 2n, isDirectory: () => false };
      return [() => put(planning, path, inode, child.path, copy)];
    }
    stripOverlay(from);
    if (child.status.isFile() || child.status.isDirectory()) planning.written.push(from);
    return child.status.isDirectory() ? within(planning, child, from) : [];
  });
}

/**
 * A file that has several names stays itself, so that all of them have its new content, those outside of the tree, too;
 * undefined for all other files. `name` gives it one more name, which lies ready.
 */
function ownFile(
  planning: Planning,
  found: Found,
  from: string,
): { readonly name: () => string; readonly inode: bigint } | undefined {
  const { tree, copies, fresh } = planning;
  const { origin, status } = found;
  if (origin === undefined || status.isDirectory()) return undefined;
  const own = withOrigin(tree, origin, (_, now) => (now.nlink > 1n ? now : undefined));
  if (own === undefined || typeof own === "string") return undefined;
  const name = (): string => {
    const path = fresh("ready");
    linkOrigin(tree, origin, path);
    return path;
  };
  if (!copies.has(status.ino)) {
    copies.add(status.ino);
    takeContent(planning, found, from, name());
  }
  return { name, inode: own.ino };
}

/** A file that stays itself gets the content and metadata of the overlay's copy. */
function takeContent(
  { contents, written, fresh }: Planning,
  { status, path: name }: Found,
  from: string,
  path: string,
): void {
  const own = statusOf(path);
  if (own === undefined) return;
  const [before, after] = [metadataOf(path, own), metadataOf(from, status)];
  const isSame = !status.isFile() || isSameContent(from, path);
  if (isSame && isSameMetadata(before, after) && before.modified === after.modified) return;
  const source = fresh("ready");
  linkSync(nameOf(from), nameOf(source));
  const backup = isSame ? null : fresh("old");
  if (backup !== null) saveContent(path, backup);
  written.push(source);
  contents.push({ kind: "content", path, name, from: source, backup, before, after });
}

/** A folder's rights and times. Where somebody else has changed its entries meanwhile, its time stays as that made it. */
function finishFolder(planning: Planning, folder: Found, upper: string, isTouched: boolean): void {
  const { below, path } = folder;
  const status = statusOf(upper);
  if (below === undefined || status === undefined) return;
  const before = metadataOf(below.path, below.status);
  const after = metadataOf(upper, status);
  const isSame = isSameMetadata(before, after) && before.modified === after.modified;
  if (!isTouched && isSame) return;
  planning.folders.set(below.path, before);
  planning.changed.push(path);
  if (below.status.ctimeNs < BigInt(planning.tree.since)) planning.steps.push({ kind: "folder", path, after });
}

function keepFolder({ folders }: Planning, path: string): void {
  const status = statusOf(path);
  if (status !== undefined && !folders.has(path)) folders.set(path, metadataOf(path, status));
}
