/** The file systems that a run works on: found by the paths that it uses, and looked at with each sample. */

import { realpathSync, statfsSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Mount, mountOf, parseMounts } from "../mounts.ts";
import { ProcFile } from "./proc-file.ts";
import type { MountState } from "./sample.ts";

/** As many file systems are looked at; those that are used first stay. */
const mostMounts = 16;
/** Paths that wait to be looked up, and how many of them a sample does. */
const mostWaiting = 64;
const mostAtOnce = 8;
/** The list of mounts is read with every so manieth sample: it is long on hosts with many containers. */
const listEvery = 5;

export class MountsInUse {
  readonly #file: ProcFile;
  readonly #inUse = new Set<string>();
  readonly #waiting = new Set<string>();
  /** Folders that were looked up already. */
  readonly #known = new Set<string>();
  #mounts: readonly Mount[] = [];
  readonly #writable = new Set<string>();
  #reads = 0;

  constructor(proc: string, isKept: boolean) {
    this.#file = new ProcFile(join(proc, "self/mounts"), isKept);
  }

  /** Notes an absolute path; what it lies on is looked up later. */
  use(path: string): void {
    if (this.#waiting.size < mostWaiting && path.startsWith("/") && path.length < longest) this.#waiting.add(path);
  }

  /** How they are; `now` reads the list of mounts in any case. */
  read(now: boolean): readonly MountState[] {
    if (now || this.#reads % listEvery === 0) this.#readList();
    this.#reads += 1;
    this.#lookUp();
    return [...this.#inUse].flatMap((path) => {
      const mount = this.#mounts.findLast((each) => each.path === path);
      return mount === undefined ? [] : [this.#stateOf(mount)];
    });
  }

  get isWaiting(): boolean {
    return this.#waiting.size > 0;
  }

  /** How the file system is that a path lies on, where it is in use. */
  stateAt(path: string): MountState | undefined {
    const found = this.#mountOf(path);
    return found === undefined || !this.#inUse.has(found.path) ? undefined : this.#stateOf(found);
  }

  close(): void {
    this.#file.close();
  }

  #readList(): void {
    this.#mounts = parseMounts(this.#file.read() ?? "");
    for (const { path, readOnly } of this.#mounts.slice(0, mostKnown)) if (!readOnly) this.#writable.add(path);
  }

  #stateOf(mount: Mount): MountState {
    return { ...stateOf(mount), wasWritable: this.#writable.has(mount.path) };
  }

  #lookUp(): void {
    let left = mostAtOnce;
    for (const path of this.#waiting) {
      if (left === 0) return;
      left -= 1;
      this.#waiting.delete(path);
      if (this.#inUse.size >= mostMounts || this.#known.has(path)) continue;
      if (this.#known.size < mostKnown) this.#known.add(path);
      const found = this.#mountOf(path);
      if (found !== undefined) this.#inUse.add(found.path);
    }
  }

  #mountOf(path: string): Mount | undefined {
    const mount = mountOf(this.#mounts, path);
    // A file server may never answer, not even where its links lead.
    return mount?.remote === true ? mount : mountOf(this.#mounts, realOf(path) ?? realOf(dirname(path)) ?? path);
  }
}

const longest = 4096;
const mostKnown = 1000;

function realOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function stateOf({ path, readOnly, remote }: Mount): Omit<MountState, "wasWritable"> {
  if (remote) return { path, readOnly };
  try {
    const { blocks, bavail, bsize, files, ffree } = statfsSync(path);
    return {
      ...{ path, readOnly },
      ...(blocks === 0 ? {} : { free: bavail * bsize, size: blocks * bsize }),
      // A file system that makes inodes as it needs them counts none (btrfs).
      ...(files === 0 ? {} : { freeInodes: ffree, inodes: files }),
    };
  } catch {
    return { path, readOnly };
  }
}
