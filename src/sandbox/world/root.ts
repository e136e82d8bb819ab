/** The root of a world: the host's files seen through overlays, so that whatever is written stays in memory and is gone afterwards. */

import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { isBelow, type Namespaces } from "../../runtime/index.ts";
import { statusOf } from "../atomic/look.ts";
import { giveMetadata, type Metadata, metadataOf } from "../atomic/metadata.ts";
import { type Adopting, adopt } from "./foreign.ts";
import { holdsData, mountedHere, mountFlags } from "./mounts.ts";

export interface RootRequest {
  /** A folder on the host, over which the memory of this world is mounted. */
  readonly scratch: string;
  /** Bytes that may be written. */
  readonly disk: number;
  /** In a user namespace the host's mounts are locked: an overlay takes no folder that holds some. */
  readonly isLocked: boolean;
  /** What the script works on, in a user namespace. */
  readonly adopting: Adopting;
  /** Folders of the host can be renamed, and names of one file stay together, where no user namespace forbids it. */
  readonly keepsMoves?: boolean;
  readonly calls: Namespaces;
}

export interface Root {
  /** Where the world's `/` lies. */
  readonly path: string;
  /** A mount namespace with nothing but the world, where one was made: an open file. */
  readonly inner: number | null;
  /** The folder that is `/.dscript-inject` in the world, on a file system of its own. */
  readonly out: string;
  /** Every overlay, for faults of everything that can be written. */
  readonly overlays: readonly string[];
  /** What each overlay lies over, and the folder with what is written: `upper` and `work`. */
  readonly layers: readonly { readonly lower: string; readonly folder: string }[];
  /** A folder for more overlays' own files. */
  readonly spare: () => string;
  readonly notes: readonly string[];
}

/** What the world sees it as. */
export const outPath = "/.dscript-inject";

/** Bytes that records, output and the script's home may take. */
const outSize = 64 * 2 ** 20;
const mostEntries = 2000;

/** A step of making a world that the system refuses; its message is a sentence. */
export class WorldTrouble extends Error {}

export function must(errno: string | null, what: string): void {
  if (errno !== null) throw new WorldTrouble(`${what}: ${errno}`);
}

/** Makes it; throws a WorldTrouble where the system refuses something without which there is no world. */
export function makeRoot({ scratch, disk, isLocked, adopting, keepsMoves = false, calls }: RootRequest): Root {
  must(calls.mount("dscript", scratch, "tmpfs", 0, `size=${disk},mode=755`), "no memory for a world");
  const mounts = mountedHere().filter(({ path }) => !isBelow(path, scratch));
  const path = join(scratch, "root");
  const out = join(scratch, "out");
  for (const folder of [path, out]) mkdirSync(folder);
  const overlays: string[] = [];
  const layers: { readonly lower: string; readonly folder: string }[] = [];
  const notes: string[] = [];
  let made = 0;
  const spare = (): string => {
    made += 1;
    const folder = join(scratch, `part${made}`);
    mkdirSync(folder);
    return folder;
  };
  const overlay = (lower: string): string | null => {
    const target = join(path, lower);
    const folder = spare();
    const errno = layOver(calls, {
      ...{ lower, target, folder, isLocked, keepsMoves },
      ahead: (upper) => {
        for (const large of isLocked ? adopt(lower, upper, adopting) : [])
          notes.push(`files of others in ${large} are too many to be changed in this world`);
      },
    });
    if (errno === null) {
      overlays.push(target);
      layers.push({ lower, folder });
    }
    return errno;
  };
  const holds = (folder: string): boolean => mounts.some((each) => each.path !== folder && isBelow(each.path, folder));
  let entries = 0;
  const copy = (lower: string): void => {
    for (const name of readdirSync(lower)) {
      entries += 1;
      if (entries > mostEntries) throw new WorldTrouble(`${lower} has too many entries beside a mount`);
      const from = join(lower, name);
      if (!special.includes(from)) copyEntry(from);
    }
  };
  const copyEntry = (from: string): void => {
    const status = lstatSync(from, { throwIfNoEntry: false });
    const target = join(path, from);
    if (status === undefined) return;
    if (status.isSymbolicLink()) symlinkSync(readlinkSync(from), target);
    else if (status.isDirectory()) {
      mkdirSync(target, { mode: status.mode & 0o7777 });
      chmodSync(target, status.mode & 0o7777);
      if (holds(from)) copy(from);
      else if (overlay(from) !== null) bind(calls, from, target, notes);
    } else {
      writeFileSync(target, "");
      bind(calls, from, target, notes);
    }
  };
  if (isLocked) copy("/");
  else must(overlay("/"), "no overlay over the host's files");
  for (const folder of [...special, outPath]) mkdirSync(join(path, folder), { recursive: true });
  must(calls.mount("proc", join(path, "proc"), "proc", 0, ""), "no /proc for a world");
  for (const folder of ["/sys", "/dev"])
    must(
      calls.mount(folder, join(path, folder), "", mountFlags.bind | mountFlags.recursive, ""),
      `no ${folder} for a world`,
    );
  // Devices are the host's own; what the kernel shows of itself can be read.
  calls.mount("", join(path, "sys"), "", mountFlags.bind | mountFlags.remount | mountFlags.readOnly, "");
  // Nothing is left there for others, and nothing grows without bounds.
  if (statSync(join(path, "dev/shm"), { throwIfNoEntry: false })?.isDirectory() === true)
    must(calls.mount("dscript", join(path, "dev/shm"), "tmpfs", 0, `size=${disk},mode=1777`), "no /dev/shm");
  const others = mounts.filter(
    (each) => each.path !== "/" && !special.some((folder) => isBelow(each.path, folder)) && holdsData(each),
  );
  for (const { path: lower } of isLocked ? [] : others) {
    if (statSync(join(path, lower), { throwIfNoEntry: false })?.isDirectory() !== true) continue;
    if (overlay(lower) !== null) bind(calls, lower, join(path, lower), notes);
  }
  must(calls.mount("dscript", out, "tmpfs", 0, `size=${outSize},mode=1777`), "no memory for results");
  must(calls.mount(out, join(path, outPath), "", mountFlags.bind, ""), "no place for results");
  return { path, inner: null, out, overlays, layers, spare, notes };
}

/**
 * Gives a world a mount namespace with nothing else in it. Whoever just has a folder as their root (chroot(2)) leaves it
 * with their first mount namespace, as `atomic` makes them: setns(2) leads to the namespace's own root.
 * What is mounted in the world from then on is not seen within.
 */
export function enclose(calls: Namespaces, root: Root): Root {
  const { path } = root;
  const home = calls.currentMounts();
  must(calls.newMounts(), "no mount namespace of its own");
  try {
    must(calls.mount(path, path, "", mountFlags.bind | mountFlags.recursive, ""), "the world's root cannot be mounted");
    must(calls.pivot(path), "the world's root cannot be entered");
    return { ...root, inner: calls.currentMounts() };
  } finally {
    must(calls.enterMounts(home), "no way back");
    closeSync(home);
  }
}

const special = ["/proc", "/sys", "/dev"];

export interface Layer {
  readonly lower: string;
  readonly target: string;
  /** Empty; for what is written, and for the overlay's own use. */
  readonly folder: string;
  readonly isLocked: boolean;
  readonly keepsMoves?: boolean;
  /** Fills what is written ahead of that. */
  readonly ahead?: (upper: string) => void;
}

/** Lays what is written over a folder (kernel documentation, filesystems/overlayfs); null, or the error's name. */
export function layOver(calls: Namespaces, layer: Layer): string | null {
  const { lower, target, folder, isLocked, keepsMoves = false, ahead } = layer;
  const [upper, work] = [join(folder, "upper"), join(folder, "work")];
  const status = statSync(lower);
  mkdirSync(upper);
  mkdirSync(work);
  ahead?.(upper);
  // The upper folder's rights and owner are those that are seen.
  try {
    chownSync(upper, status.uid, status.gid);
    chmodSync(upper, status.mode & 0o7777);
  } catch {
    // The owner has no number in this world: the folder is the caller's, who may write there as much as on the host.
    chmodSync(upper, isWritable(lower) ? status.mode & 0o7777 : status.mode & 0o7555);
  }
  // Its attributes and times, too, so that it does not seem to be changed.
  const seen = statusOf(lower);
  if (keepsMoves && seen !== undefined) giveMetadata(upper, { ...metadataOf(lower, seen), ...ownOf(upper) });
  const paths = [`lowerdir=${escaped(lower)}`, `upperdir=${escaped(upper)}`, `workdir=${escaped(work)}`];
  const others = isLocked
    ? ["userxattr"]
    : keepsMoves
      ? ["redirect_dir=on", "index=on", "metacopy=off", "xino=off"]
      : [];
  return calls.mount("overlay", target, "overlay", 0, [...paths, ...others].join(","));
}

/** What of it stays as it was just given. */
function ownOf(path: string): Pick<Metadata, "mode" | "uid" | "gid"> {
  const { mode, uid, gid } = statSync(path);
  return { mode, uid, gid };
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** What no overlay takes is there to be read. */
function bind(calls: Namespaces, from: string, target: string, notes: string[]): void {
  if (calls.mount(from, target, "", mountFlags.bind, "") !== null) {
    notes.push(`${from} is not there in this world`);
    return;
  }
  const errno = calls.mount("", target, "", mountFlags.bind | mountFlags.remount | mountFlags.readOnly, "");
  // Devices and sockets cannot be made read-only that way; nothing of theirs is on a disk.
  if (errno === null && statSync(from).isDirectory()) notes.push(`${from} can only be read in this world`);
}

/** Within options of an overlay. */
function escaped(path: string): string {
  return path.replace(/[\\:,]/g, (character) => `\\${character}`);
}
