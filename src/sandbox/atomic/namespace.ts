/** A mount namespace with overlays over the trees, which the engine's thread enters for single calls. */

import { closeSync, constants, fstatSync, openSync, stat } from "node:fs";
import { type FlowNamespace, type Namespaces, nameOf, pathOnly } from "../../runtime/index.ts";
import { parts, type Tree } from "./tree.ts";

export interface OverlayNamespace extends FlowNamespace {
  /** Its number, by which /proc tells it from others. */
  readonly inode: bigint;
  /** An open file that stands for it, as long as it is not closed. */
  readonly mounts: number;
  readonly close: () => void;
}

/** A call that the system refused: what, and why. */
export class NamespaceTrouble extends Error {
  readonly errno: string;

  constructor(what: string, errno: string) {
    super(`${what}: ${errno}`);
    this.errno = errno;
  }
}

const folderOnly = constants.O_DIRECTORY;

/** Threads belong to the namespace in which they are made, for ever: the pool's are made at home. Node makes all of them with the first use. */
let hasThreads = false;
function makeThreads(): void {
  if (!hasThreads) stat("/", () => {});
  hasThreads = true;
}

interface Home {
  readonly mounts: number;
  readonly directory: number;
}

let home: Home | undefined;
/** Enters the namespace in which the thread is; undefined at home. */
let current: (() => void) | undefined;

/** Where this thread belongs: it comes back there after each call. */
function homeOf(calls: Namespaces): Home {
  if (home !== undefined) return home;
  must(calls.ownDirectory(), "this thread gets no working directory of its own");
  home = { mounts: calls.currentMounts(), directory: openSync(".", pathOnly | folderOnly) };
  return home;
}

/** Lays overlays over the trees, in a new namespace. Throws a NamespaceTrouble where the system does not let it. */
export function openNamespace(calls: Namespaces, trees: readonly Tree[], prefix: OverlayPrefix): OverlayNamespace {
  const { mounts, directory } = homeOf(calls);
  const here = process.cwd();
  const enter = (fd: number, what: string): void => {
    // Threads that have been made meanwhile share the directory of the one that made them.
    must(calls.ownDirectory(), "this thread gets no working directory of its own");
    must(calls.enterMounts(fd), what);
  };
  const goHome = (): void => {
    enter(mounts, "the engine cannot leave a mount namespace");
    must(calls.changeDirectory(directory), "the engine cannot go back to its working directory");
  };
  must(calls.newMounts(), "no mount namespace can be made");
  let [inner, innerDirectory] = [-1, -1];
  try {
    for (const tree of trees) layOverlay(calls, tree, prefix);
    inner = calls.currentMounts();
    innerDirectory = openSync(nameOf(here), pathOnly | folderOnly);
  } catch (thrown) {
    if (inner >= 0) closeSync(inner);
    throw thrown;
  } finally {
    goHome();
  }
  let isOpen = true;
  const enterInner = (): void => {
    enter(inner, "the trees cannot be entered");
    must(calls.changeDirectory(innerDirectory), "the working directory cannot be entered");
  };
  const briefly = <T>(work: () => T): T => {
    if (current === enterInner || !isOpen) return work();
    const before = current;
    current = enterInner;
    try {
      enterInner();
      return work();
    } finally {
      current = before;
      if (before === undefined) goHome();
      else before();
    }
  };
  return {
    inode: inodeOf(inner),
    mounts: inner,
    briefly,
    within(work) {
      // Within it is too late, and whoever is there has made them: by way of `briefly` nothing asks for them.
      if (current === undefined) makeThreads();
      return briefly(work);
    },
    close() {
      if (!isOpen) return;
      isOpen = false;
      closeSync(inner);
      closeSync(innerDirectory);
    },
  };
}

function inodeOf(fd: number): bigint {
  return fstatSync(fd, { bigint: true }).ino;
}

/** Of the overlay's own attributes: those of users are all that a user namespace lets it write. */
export type OverlayPrefix = "trusted.overlay." | "user.overlay.";

/** `volatile`: the commit has all on the disk that it needs, and nothing else is waited for. */
const always = ["metacopy=off", "xino=off", "volatile"];

/** What users could write themselves is not trusted with folders that move, nor with names of one file. */
const options: Readonly<Record<OverlayPrefix, readonly string[]>> = {
  "trusted.overlay.": ["index=on", "redirect_dir=on", ...always],
  "user.overlay.": ["userxattr", ...always],
};

function layOverlay(calls: Namespaces, tree: Tree, prefix: OverlayPrefix): void {
  const opened: number[] = [];
  // Names of any length and of any bytes.
  const named = (path: string): string => {
    if (/^[\w./-]{1,500}$/.test(path)) return path;
    const fd = openSync(nameOf(path), pathOnly | folderOnly);
    opened.push(fd);
    return `/proc/self/fd/${fd}`;
  };
  try {
    const folders = [
      `lowerdir=${named(tree.lower)}`,
      `upperdir=${named(parts.upper(tree))}`,
      `workdir=${named(parts.work(tree))}`,
    ];
    const errno = calls.mount("overlay", named(tree.lower), "overlay", 0, [...folders, ...options[prefix]].join(","));
    must(errno, `nothing can be laid over ${tree.lower}`);
  } finally {
    for (const fd of opened) closeSync(fd);
  }
}

function must(errno: string | null, what: string): void {
  if (errno !== null) throw new NamespaceTrouble(what, errno);
}
