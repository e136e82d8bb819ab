/** A file of /proc or /sys that is read again and again through one descriptor: that costs a third, and still works when descriptors run out. */

import { closeSync, openSync, readSync } from "node:fs";

let memory = Buffer.allocUnsafe(16 * 1024);
const largest = 4 << 20;

export class ProcFile {
  readonly #path: string;
  #fd: number | undefined;
  #isAbsent = false;

  readonly #isKept: boolean;

  /** `isKept`: its descriptor stays open between reads. */
  constructor(path: string, isKept: boolean) {
    this.#path = path;
    this.#isKept = isKept;
  }

  /** Its content now; undefined where it is not there or may not be read. Never throws. */
  read(): string | undefined {
    const text = this.#read();
    if (!this.#isKept) this.close();
    return text;
  }

  #read(): string | undefined {
    if (this.#isAbsent) return undefined;
    try {
      this.#fd ??= openSync(this.#path, "r");
      for (;;) {
        const length = readSync(this.#fd, memory, 0, memory.length, 0);
        // The kernel gives a large file in pieces; one call more shows that it is whole.
        const whole = length + this.#rest(length);
        if (whole < memory.length || memory.length >= largest) return memory.toString("latin1", 0, whole);
        memory = Buffer.allocUnsafe(memory.length * 4);
      }
    } catch (thrown) {
      // What is not there now comes no more; a want of descriptors may pass.
      const code = thrown instanceof Error && "code" in thrown ? thrown.code : undefined;
      this.#isAbsent = code !== "EMFILE" && code !== "ENFILE" && code !== "ENOMEM";
      return undefined;
    }
  }

  close(): void {
    if (this.#fd !== undefined) closeSync(this.#fd);
    this.#fd = undefined;
  }

  #rest(from: number): number {
    if (this.#fd === undefined || from < piece) return 0;
    let length = 0;
    for (;;) {
      const size = readSync(this.#fd, memory, from + length, memory.length - from - length, from + length);
      if (size === 0) return length;
      length += size;
    }
  }
}

/** Shorter answers are whole: the kernel fills a page at least where it has more to say. */
const piece = 2048;

/** Where a process may have fewer descriptors than this, none is kept open for looks. */
const plenty = 256;

/** Whether descriptors may stay open: `limits` is /proc/self/limits. */
export function mayKeep(limits: string | undefined): boolean {
  const most = /^Max open files +(\d+)/m.exec(limits ?? "")?.[1];
  return most === undefined || Number(most) >= plenty;
}
