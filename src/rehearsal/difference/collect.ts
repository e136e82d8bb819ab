/** What a world's overlay says of one file system: every change against the host's files, as data. */

import { readlinkSync } from "node:fs";
import { isBelow, nameOf, textOf } from "../../runtime/index.ts";
import {
  type Found,
  inside,
  isSameContent,
  isSameMetadata,
  type Metadata,
  metadataOf,
  namesIn,
  parts,
  statusOf,
  survey,
  typeOf,
  type WorldCaller,
} from "../../sandbox/index.ts";
import type { Change } from "./format.ts";
import { type Identity, identities } from "./identities.ts";
import { renewedElsewhere } from "./other-names.ts";

export interface Layer {
  /** The folder of the host that it lies over. */
  readonly lower: string;
  /** With `upper` and `work`. */
  readonly folder: string;
  /** Of the overlay's own attributes. */
  readonly prefix: string;
  /** Who they are on the host that seem to be root in a user namespace. */
  readonly caller: WorldCaller | null;
}

type Base = NonNullable<Found["hidden"]>;

/** What other names show first; then sorted so that a folder stands ahead of what is in it. `leftOut`: paths below which nothing counts. */
export function collect(layer: Layer, leftOut: readonly string[]): readonly Change[] {
  const { lower, folder, prefix, caller } = layer;
  const tree = { lower, hidden: folder, since: "0" };
  const root = survey(tree, prefix);
  const { identityOf, taken } = identities(tree, root);
  const isOut = (path: string): boolean => leftOut.some((each) => isBelow(path, each));
  const seen = (base: Base | undefined): Base | undefined =>
    base === undefined || taken.has(base.path) ? undefined : base;

  const walk = (found: Found, at: string): readonly Change[] => {
    if (isOut(found.path)) return [];
    const { how, path, status } = found;
    const children = (): readonly Change[] =>
      [...found.children]
        .sort((one, other) => (one.name < other.name ? -1 : 1))
        .flatMap((child) => walk(child, inside(at, child.name)));
    const base = seen(found.hidden);
    const before = base?.path ?? null;
    switch (how) {
      case "removed":
        return base === undefined
          ? []
          : [{ path, kind: "removed", type: typeOf(base.status), before: base.path, after: null }];
      case "moved": {
        const from = found.below?.path ?? "";
        const moved = { path, kind: "moved", type: "folder", before, from, after: metadata(at, status) } as const;
        return [moved, ...children()];
      }
      case "folder":
        return [...folderItself(found, at), ...children()];
      case "new": {
        if (!status.isDirectory()) return file(found, at, base);
        if (base?.status.isDirectory() === true) return renewed(found, at, base);
        const inner = children();
        // It is there for what the engine itself keeps.
        if (base === undefined && inner.length === 0 && leftOut.some((each) => isBelow(each, path))) return [];
        const kind = base === undefined ? "made" : "replaced";
        return [{ path, kind, type: "folder", before, after: metadata(at, status) }, ...inner];
      }
    }
  };

  /** A new folder in an old one's place is that one, with what is different in it. */
  const renewed = (found: Found, at: string, base: Base): readonly Change[] => {
    const fresh = new Map(found.children.filter(({ how }) => how !== "removed").map((each) => [each.name, each]));
    const entries = [...new Set([...fresh.keys(), ...namesIn(base.path)])].sort().flatMap((name) => {
      const child = fresh.get(name);
      const path = inside(base.path, name);
      const status = statusOf(path);
      const hidden = status === undefined ? undefined : { path, status };
      if (child !== undefined) return walk(child.hidden === undefined ? { ...child, hidden } : child, inside(at, name));
      const place = inside(found.path, name);
      if (status === undefined || taken.has(path) || isOut(place)) return [];
      return [{ path: place, kind: "removed", type: typeOf(status), before: path, after: null } as const];
    });
    return [...folderItself({ ...found, below: base, children: [] }, at), ...entries];
  };

  const metadata = (path: string, status: Found["status"]): Metadata => owned(metadataOf(path, status), caller);

  const folderItself = ({ path, below, children: entries }: Found, at: string): readonly Change[] => {
    const now = statusOf(at);
    if (now === undefined || below === undefined || isForeign(below.status, caller)) return [];
    const [had, has] = [metadataOf(below.path, below.status), metadataOf(at, now)];
    const after = owned(has, caller);
    if (!isSameMetadata(had, has)) return [{ path, kind: "attributes", type: "folder", before: below.path, after }];
    // What the engine itself has made there has changed that time.
    if (had.modified === has.modified || entries.some((each) => each.how !== "folder" && isOut(each.path))) return [];
    return [{ path, kind: "times", type: "folder", before: null, after }];
  };

  const file = (found: Found, at: string, base: Base | undefined): readonly Change[] => {
    const { path, status } = found;
    const type = typeOf(status);
    const identity: Identity = identityOf(found);
    const before = base?.path ?? null;
    if (identity.first !== path) {
      if (identity.isOwn(found)) return [];
      const kind = base === undefined ? "made" : "replaced";
      return [{ path, kind, type, before, link: identity.first, after: metadata(at, status) }];
    }
    const after = metadata(at, status);
    const shape = { path, type, before, after, ...shapeOf(at, found) };
    const source = type === "file" ? { source: at } : {};
    if (identity.from !== undefined) {
      const isSame = type !== "file" || isSameContent(at, identity.from);
      return [{ ...shape, kind: "moved", from: identity.from, isSame: true, ...(isSame ? {} : source) }];
    }
    if (base === undefined) return [{ ...shape, kind: "made", ...source }];
    if (typeOf(base.status) !== type) return [{ ...shape, kind: "replaced", ...source }];
    const foreign = isForeign(base.status, caller);
    const isSame = sameThing(at, found, base);
    // In a user namespace nobody tells which file it is.
    const stays = identity.isOwn(found) || foreign || (caller !== null && isSame);
    if (isSame && (stays || base.status.nlink === 1n)) {
      const [had, has] = [metadataOf(base.path, base.status), metadataOf(at, status)];
      if (foreign || (isSameMetadata(had, has) && had.modified === has.modified)) return [];
      return [{ ...shape, kind: "attributes", isSame: true }];
    }
    const keepsOwner = foreign ? { keepsOwner: true } : {};
    return [{ ...shape, kind: "changed", ...(stays ? { isSame: true } : {}), ...keepsOwner, ...source }];
  };

  const elsewhere = renewedElsewhere(tree, prefix, root).flatMap(({ path, before, at, status }): readonly Change[] => {
    const after = metadata(at, status);
    const isSame = status.size === before.size && isSameContent(at, path);
    const [had, has] = [metadataOf(path, before), after];
    if (isOut(path) || (isSame && isSameMetadata(had, has) && had.modified === has.modified)) return [];
    const source = isSame ? {} : { source: at };
    return [{ path, kind: "elsewhere", type: "file", before: path, isSame: true, after, ...source }];
  });
  return [...elsewhere, ...walk(root, parts.upper(tree))];
}

/** A user namespace shows its maker as root. */
function owned(metadata: Metadata, caller: WorldCaller | null): Metadata {
  if (caller === null) return metadata;
  const uid = metadata.uid === 0 ? caller.uid : metadata.uid;
  return { ...metadata, uid, gid: metadata.gid === 0 ? caller.gid : metadata.gid };
}

/** Somebody else's, or another group's: the world has a copy that seems to be the caller's. */
function isForeign({ uid, gid }: Found["status"], caller: WorldCaller | null): boolean {
  return caller !== null && (uid !== 0n || gid !== 0n);
}

function shapeOf(at: string, { status }: Found): Pick<Change, "target" | "device"> {
  if (status.isSymbolicLink()) return { target: targetOf(at) };
  return status.isCharacterDevice() || status.isBlockDevice() ? { device: String(status.rdev) } : {};
}

function targetOf(path: string): string {
  return textOf(readlinkSync(nameOf(path), { encoding: "buffer" }));
}

function sameThing(at: string, { status }: Found, base: Base): boolean {
  switch (typeOf(status)) {
    case "file":
      return status.size === base.status.size && isSameContent(at, base.path);
    case "link":
      return targetOf(at) === targetOf(base.path);
    case "device":
      return status.rdev === base.status.rdev;
    case "folder":
    case "fifo":
    case "socket":
      return true;
  }
}
