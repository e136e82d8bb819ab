/** Makes the changes of a difference, one after another, where nobody else sees them yet: it is the commit that has them on the disk. */

import { randomBytes } from "node:crypto";
import {
  closeSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readlinkSync,
  renameSync,
  rmdirSync,
  symlinkSync,
} from "node:fs";
import { join } from "node:path";
import { isBelow, nameOf, removeTree, textOf } from "../../runtime/index.ts";
import {
  copyContent,
  depthOf,
  folderOf,
  giveMetadata,
  inside,
  type Metadata,
  makeNode,
  metadataOf,
  namesIn,
  saveContent,
  statusOf,
  typeOf,
} from "../../sandbox/index.ts";
import { names, type SealedChange } from "../difference/format.ts";

export interface Replay {
  readonly changes: readonly SealedChange[];
  /** Of the difference. */
  readonly folder: string;
  /** What is written apart: files move within one of them, and are copied from one to another. */
  readonly trees: readonly string[];
}

/** Throws what the system says. */
export function replay({ changes, folder, trees }: Replay): void {
  const stages = new Map<string, { readonly path: string; readonly before: Metadata }>();
  const stageIn = (tree: string): string => {
    const known = stages.get(tree);
    if (known !== undefined) return known.path;
    const path = inside(tree, `.dscript-apply-${randomBytes(6).toString("hex")}`);
    const before = metadataAt(tree);
    mkdirSync(nameOf(path), { mode: 0o700 });
    stages.set(tree, { path, before });
    return path;
  };
  const treeOf = (path: string): string => trees.find((tree) => isBelow(path, tree)) ?? "/";
  const staged = new Map<string, string>();
  // Ahead of all others: the names by which these files are reached go away, or elsewhere.
  for (const change of changes) if (change.kind === "elsewhere") make(change, folder, staged, treeOf);
  const away = changes.flatMap(({ from }) => (from === undefined ? [] : [from]));
  // The deepest first: a folder that is moved may hold others that go elsewhere.
  for (const [index, from] of away.sort((one, other) => depthOf(other) - depthOf(one)).entries()) {
    const to = inside(stageIn(treeOf(from)), String(index));
    renameSync(nameOf(from), nameOf(to));
    staged.set(from, to);
  }
  for (const change of changes)
    if (change.link === undefined && change.kind !== "elsewhere") make(change, folder, staged, treeOf);
  for (const { link, path, base } of changes) {
    if (link === undefined) continue;
    if (base !== null) clear(path);
    linkSync(nameOf(link), nameOf(path));
  }
  for (const { path, before } of stages.values()) {
    rmdirSync(nameOf(path));
    giveMetadata(folderOf(path), before);
  }
  for (const { type, path, after } of [...changes].reverse())
    if (type === "folder" && after !== null) giveMetadata(path, after);
}

function make(
  change: SealedChange,
  folder: string,
  staged: ReadonlyMap<string, string>,
  treeOf: (path: string) => string,
): void {
  const { kind, type, path, from, base, isSame, content, after } = change;
  if (after === null) return clear(path);
  const stays = isSame === true || kind === "attributes" || kind === "times";
  if (base !== null && (!stays || from !== undefined)) clear(path);
  const source = content === undefined ? undefined : join(folder, names.contents, String(content.number));
  if (from !== undefined) {
    const at = staged.get(from) ?? from;
    if (treeOf(at) === treeOf(path)) renameSync(nameOf(at), nameOf(path));
    else {
      copyAll(at, path);
      removeTree(at);
    }
    if (source !== undefined) copyContent(source, path, false);
  } else if (!stays || base === null) makeNew(change, source);
  else if (source !== undefined) copyContent(source, path, false);
  if (type !== "folder") giveMetadata(path, wanted(change, after));
}

function makeNew({ type, path, target, device, after, kind }: SealedChange, source: string | undefined): void {
  const name = nameOf(path);
  switch (type) {
    case "folder":
      if (kind !== "times" && kind !== "attributes") mkdirSync(name, { mode: 0o700 });
      return;
    case "file":
      closeSync(openSync(name, "wx", 0o600));
      if (source !== undefined) copyContent(source, path, false);
      return;
    case "link":
      return symlinkSync(nameOf(target ?? ""), name);
    case "fifo":
    case "socket":
    case "device":
      return makeNode(path, after?.mode ?? 0, BigInt(device ?? 0));
  }
}

function wanted({ keepsOwner, base }: SealedChange, after: Metadata): Metadata {
  if (keepsOwner !== true || base === null) return after;
  const { mode, uid, gid, attributes } = base;
  return { ...after, mode, uid, gid, attributes };
}

function clear(path: string): void {
  if (statusOf(path) !== undefined) removeTree(path);
}

/** From one tree to another, with all that it has. */
function copyAll(from: string, to: string): void {
  const status = lstatSync(nameOf(from), { bigint: true });
  switch (typeOf(status)) {
    case "folder":
      mkdirSync(nameOf(to), { mode: 0o700 });
      for (const name of namesIn(from)) copyAll(inside(from, name), inside(to, name));
      break;
    case "file":
      saveContent(from, to, false);
      break;
    case "link":
      symlinkSync(nameOf(textOf(readlinkSync(nameOf(from), { encoding: "buffer" }))), nameOf(to));
      break;
    case "fifo":
    case "socket":
    case "device":
      makeNode(to, Number(status.mode), status.rdev);
  }
  giveMetadata(to, metadataOf(from, status));
}

function metadataAt(path: string): Metadata {
  return metadataOf(path, lstatSync(nameOf(path), { bigint: true }));
}
