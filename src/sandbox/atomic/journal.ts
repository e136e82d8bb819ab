/** A transaction's own journal: what is about to happen is on the disk ahead of it. A last line that broke off was never written. */

import {
  closeSync,
  constants,
  existsSync,
  fsync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { inside } from "./look.ts";
import type { OverlayPrefix } from "./namespace.ts";
import type { Plan } from "./steps.ts";
import { sync } from "./sync.ts";
import type { Tree } from "./tree.ts";

/**
 * `opened`: nothing of the trees is changed. `planned`: the steps are being taken. `back`: they are being taken back.
 * That this is over is told by the hidden folders: one that has left its place stands for all.
 */
export type Entry =
  | {
      readonly kind: "opened";
      readonly version: 1;
      readonly trees: readonly Tree[];
      /** Of overlays: where it is that of users, a keeper has made them. */
      readonly prefix?: OverlayPrefix;
      /** The process number of the engine that the keeper belongs to, and ends with. */
      readonly engine?: number;
    }
  /** `keeps`: only what follows the commit decides whether it stays. */
  /** `early`: it may be on the disk ahead of the files that it names; it holds where `sure` follows, or where its first step was taken. */
  | { readonly kind: "planned"; readonly keeps: boolean; readonly plan: Plan; readonly early?: true }
  /** What an early plan names is on the disk, as the plan is; this is not waited for. */
  | { readonly kind: "sure" }
  /** All steps are taken, and can still be taken back. */
  | { readonly kind: "kept" }
  | { readonly kind: "back" }
  /** Copies of the trees are whole: from now on the trees themselves may be changed. The inode numbers of the copies, in the trees' order. */
  | { readonly kind: "copied"; readonly inodes: readonly string[] }
  /** What was changed in place stays. */
  | { readonly kind: "stays" };

export class Journal {
  readonly #fd: number;
  readonly #path: string;
  readonly #folder: string;
  #turn: NodeJS.Immediate | undefined;
  #known: Promise<void> | undefined;

  private constructor(folder: string, fd: number) {
    this.#path = journalIn(folder);
    this.#folder = folder;
    this.#fd = fd;
  }

  /** Nobody sees it ahead of its first entry: whoever creates it has the time to lock it. */
  static create(folder: string): Journal {
    return new Journal(folder, openSync(newIn(folder), "wx", 0o600));
  }

  /** Undefined where there is none. */
  static reopen(folder: string): Journal | undefined {
    try {
      return new Journal(folder, openSync(journalIn(folder), constants.O_WRONLY | constants.O_APPEND));
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code === "ENOENT") return undefined;
      throw thrown;
    }
  }

  /** For a lock: whoever holds it is alive. */
  get fd(): number {
    return this.#fd;
  }

  /** Its first entry: all see it from now on. It goes to the disk once there is nothing else to do, as while the first command runs. */
  begin(entry: Entry): void {
    this.#append(entry);
    renameSync(newIn(this.#folder), this.#path);
    // Whoever needs it asks for it.
    this.#turn = setImmediate(() => this.known().catch(() => {}));
  }

  /** Once the promise is kept, its first entry is on the disk. */
  known(): Promise<void> {
    clearImmediate(this.#turn);
    this.#known ??= this.sync();
    return this.#known;
  }

  /** Once the promise is kept, all that was noted is on the disk. */
  sync(): Promise<void> {
    return new Promise((resolve, reject) => {
      fsync(this.#fd, (error) => (error === null ? resolve() : reject(error)));
    });
  }

  /** Without waiting for the disk. */
  note(entry: Entry): void {
    this.#append(entry);
  }

  /** Takes away a last line that broke off, ahead of the next one; for whoever holds the lock. */
  trim(): void {
    const text = readFileSync(this.#path, "utf8");
    const whole = wholeLines(text)
      .map((line) => `${line}\n`)
      .join("");
    if (whole !== text) ftruncateSync(this.#fd, Buffer.byteLength(whole));
  }

  /** Has its name on the disk. */
  settle(): Promise<void> {
    return sync(this.#folder);
  }

  /** Returns once it is on the disk. */
  write(entry: Entry): void {
    this.#append(entry);
    fsyncSync(this.#fd);
  }

  #append(entry: Entry): void {
    const bytes = Buffer.from(`${JSON.stringify(entry)}\n`);
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#fd, bytes, at);
  }

  /** All is done: nothing is left to be told. */
  remove(): void {
    rmSync(this.#path, { force: true });
    this.close();
  }

  close(): void {
    clearImmediate(this.#turn);
    closeSync(this.#fd);
  }
}

/** Its entries; undefined where there is none. Throws a SyntaxError where a line is none of ours. */
export function readJournal(folder: string): readonly Entry[] | undefined {
  const path = journalIn(folder);
  if (!existsSync(path)) return undefined;
  // This module wrote them.
  return wholeLines(readFileSync(path, "utf8")).map((line) => JSON.parse(line) as Entry);
}

/** A machine that goes down while the disk takes the last line leaves parts of it, in any order. */
function wholeLines(text: string): readonly string[] {
  const lines = text.slice(0, text.lastIndexOf("\n") + 1).split("\n");
  const written = lines.filter((line) => line !== "");
  return isWhole(written.at(-1)) ? written : written.slice(0, -1);
}

function isWhole(line: string | undefined): boolean {
  try {
    JSON.parse(line ?? "");
    return true;
  } catch {
    return false;
  }
}

/** One that has no entry yet; undefined where there is none. */
export function openNew(folder: string): number | undefined {
  return existsSync(newIn(folder)) ? openSync(newIn(folder), "r") : undefined;
}

export function newIn(folder: string): string {
  return inside(folder, "journal.new");
}

function journalIn(folder: string): string {
  return inside(folder, "journal");
}
