/** The descriptor behind a sink of lines: opened when it is needed, and known to be replaced, to end in a line, and to be on disk. */

import { fstatSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { syncFile, syncFolder } from "./sync.ts";

export interface FileTarget {
  /** Of a file: where it was asked for, so that a removed or replaced file is noticed. */
  readonly path?: string;
  readonly open: () => number;
  readonly release: (fd: number) => void;
}

export class OpenFile {
  readonly #target: FileTarget;
  #fd: number | undefined;
  #regular = false;
  /** Its name in its folder is on disk. */
  #isNamed = false;
  /** It was seen to end in a whole line. */
  checkedEnd = false;

  constructor(target: FileTarget) {
    this.#target = target;
  }

  /** Whether the descriptor is a regular file, which alone can be cut. */
  get regular(): boolean {
    return this.#regular;
  }

  /** Whether it is open, and a file that can be on disk. */
  get isOpenFile(): boolean {
    return this.#fd !== undefined && this.#regular;
  }

  /** The open descriptor. Throws the system's error. */
  ready(): number {
    if (this.#fd !== undefined) return this.#fd;
    const fd = this.#target.open();
    this.#fd = fd;
    this.#isNamed = false;
    this.#regular = this.#target.path !== undefined && fstatSync(fd).isFile();
    this.checkedEnd = !this.#regular;
    return fd;
  }

  /** Whether another file, or none, stands where it was opened. */
  isReplaced(): boolean {
    if (this.#fd === undefined || this.#target.path === undefined) return false;
    const here = statSync(this.#target.path, { throwIfNoEntry: false });
    const open = fstatSync(this.#fd);
    return here === undefined || here.ino !== open.ino || here.dev !== open.dev;
  }

  /** Waits until an open file is on disk; with `whole`, or for the first time, its name, too. Throws the system's error. */
  sync(whole: boolean): void {
    const { path } = this.#target;
    if (this.#fd === undefined || !this.#regular || path === undefined) return;
    syncFile(this.#fd, whole);
    if (!whole && this.#isNamed) return;
    syncFolder(dirname(path));
    this.#isNamed = true;
  }

  /** Closes it; it can be opened again. */
  letGo(): void {
    const fd = this.#fd;
    this.#fd = undefined;
    if (fd !== undefined) this.#target.release(fd);
  }
}
