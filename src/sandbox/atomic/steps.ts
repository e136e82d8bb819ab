/** The steps of a commit. Each can be taken again, and taken back, after a kill at any point: what is where says whether it was done. */

import { chmodSync } from "node:fs";
import { isBelow, nameOf } from "../../runtime/index.ts";
import { copyContent } from "./content.ts";
import { statusOf } from "./look.ts";
import { giveMetadata, type Metadata } from "./metadata.ts";
import { exchange, moveTo } from "./system.ts";

/**
 * `move`: to a free name. `remove`: to where the old state is kept. `exchange`: the file in the hidden folder and the one in the tree change places.
 * Inode numbers say which file is meant: all of them live until the transaction's end, so that none is given twice. `stamp` is when it was changed last.
 * `content`: a file with several names, which stays itself. `folder`: a folder's rights and times, once all in it is done.
 */
export type Step =
  | { readonly kind: "move"; readonly from: string; readonly to: string; readonly inode: string }
  | {
      readonly kind: "remove";
      readonly from: string;
      readonly to: string;
      readonly inode: string;
      readonly stamp: string | null;
    }
  | {
      readonly kind: "exchange";
      readonly from: string;
      readonly to: string;
      readonly inode: string;
      readonly other: string;
      readonly stamp: string | null;
    }
  | {
      readonly kind: "content";
      /** A name of its own for the file. */
      readonly path: string;
      /** The name in the tree by which messages call it. */
      readonly name: string;
      readonly from: string;
      /** Its content from before; null where only its metadata changes. */
      readonly backup: string | null;
      readonly before: Metadata;
      readonly after: Metadata;
    }
  | { readonly kind: "folder"; readonly path: string; readonly after: Metadata };

/** Whether the hidden folder tells to the end of a step if it was taken: what left it, or what is kept there as old. */
export function isTold(step: Step | undefined, hidden: string): boolean {
  return step?.kind === "remove" || (step !== undefined && "inode" in step && isBelow(step.from, hidden));
}

/** Whether one of which it tells was taken. */
export function wasTaken(step: Step): boolean {
  if (step.kind === "remove") return inodeOf(step.to) === step.inode;
  return "inode" in step && inodeOf(step.from) !== step.inode;
}

/** What a commit does, in order, and how folders of the lower tree were before. */
export interface Plan {
  readonly steps: readonly Step[];
  readonly folders: readonly { readonly path: string; readonly before: Metadata }[];
}

/** Something else lies there than was there when the plan was made. */
export class Disturbed extends Error {
  readonly path: string;

  constructor(path: string) {
    super(`changed meanwhile: ${path}`);
    this.path = path;
  }
}

/** Does a step, or sees that it was done; throws Disturbed, or what the system says. */
export function takeStep(step: Step): void {
  switch (step.kind) {
    case "move":
      if (inodeOf(step.from) !== step.inode) return;
      return free(step.to, () => moveTo(step.from, step.to));
    case "remove":
      if (inodeOf(step.to) === step.inode) return;
      ensure(step.from, step.inode, step.stamp);
      return free(step.to, () => moveTo(step.from, step.to));
    case "exchange":
      if (inodeOf(step.from) !== step.inode) return;
      ensure(step.to, step.other, step.stamp);
      exchange(step.from, step.to);
      // Whoever was quicker gets back what they have put there.
      if (inodeOf(step.from) === step.other) return;
      exchange(step.from, step.to);
      throw new Disturbed(step.to);
    case "content":
      if (step.backup !== null) copyContent(step.from, step.path);
      return giveMetadata(step.path, step.after);
    case "folder":
      return giveMetadata(step.path, step.after);
  }
}

/** Whether it was done may not be known; what is in the way of the old state goes to `aside`. */
export function takeStepBack(step: Step, aside: (path: string) => void): void {
  switch (step.kind) {
    case "move":
    case "remove":
      if (inodeOf(step.to) !== step.inode || inodeOf(step.from) === step.inode) return;
      if (statusOf(step.from) !== undefined) aside(step.from);
      return moveTo(step.to, step.from);
    case "exchange": {
      if (inodeOf(step.from) !== step.other) return;
      const now = inodeOf(step.to);
      if (now === step.inode) return exchange(step.from, step.to);
      if (now !== undefined) aside(step.to);
      return moveTo(step.from, step.to);
    }
    case "content":
      // Where it had not been taken, there is nothing to take back.
      if (statusOf(step.path) === undefined) return;
      if (step.backup !== null) copyContent(step.backup, step.path);
      return giveMetadata(step.path, step.before);
    case "folder":
      return;
  }
}

/** Folders get back their rights and times once everything in them is as it was, the deepest first. */
export function restoreFolders({ folders }: Plan): void {
  for (const { path, before } of [...folders].sort((one, other) => depthOf(other.path) - depthOf(one.path)))
    giveMetadata(path, before);
}

/** Lets the owner of folders change what is in them. */
export function openFolders({ folders }: Plan): void {
  if (process.getuid?.() === 0) return;
  for (const { path } of [...folders].sort((one, other) => depthOf(one.path) - depthOf(other.path))) {
    const status = statusOf(path);
    if (status?.isDirectory() === true && (status.mode & 0o700n) !== 0o700n)
      chmodSync(nameOf(path), Number(status.mode & 0o7777n) | 0o700);
  }
}

export function depthOf(path: string): number {
  return path.split("/").length;
}

/** That it is what was there when the plan was made. */
function ensure(path: string, inode: string, stamp: string | null): void {
  const status = statusOf(path);
  if (status === undefined || String(status.ino) !== inode) throw new Disturbed(path);
  if (stamp !== null && String(status.ctimeNs) !== stamp) throw new Disturbed(path);
}

function inodeOf(path: string): string | undefined {
  const status = statusOf(path);
  return status === undefined ? undefined : String(status.ino);
}

function free(path: string, move: () => void): void {
  try {
    move();
  } catch (thrown) {
    if ((thrown as { code?: string }).code === "EEXIST") throw new Disturbed(path);
    throw thrown;
  }
}
