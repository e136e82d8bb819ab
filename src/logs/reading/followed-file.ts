/** A file that grows while it is read, is cut, or has another one put in its place, as log rotation does. */

import { closeSync, fstatSync, openSync, readSync, type Stats, statSync } from "node:fs";
import type { Lines } from "./lines.ts";

const chunk = 1024 * 1024;
/** Bytes that a file is known again by: its first records, with their times. */
const headLength = 1024;
/** Polls without anything new, after which a file that is one of many is closed. */
const patience = 120;

/** One file, read as far as it goes at each `poll`; what was written to the old one ahead of a rotation is not lost. */
export class FollowedFile {
  readonly path: string;
  readonly #lines: Lines;
  readonly #staysOpen: boolean;
  #fd: number | undefined;
  #identity = "";
  #position = 0;
  #head = Buffer.alloc(0);
  #idle = 0;

  constructor(path: string, lines: Lines, staysOpen: boolean) {
    this.path = path;
    this.#lines = lines;
    this.#staysOpen = staysOpen;
  }

  /** Reads what is new; false once nobody wants more. A file that is not there, or may not be read, is waited for. */
  async poll(goesOn: () => boolean): Promise<boolean> {
    const found = statOf(this.path);
    if (this.#fd !== undefined && found !== undefined && identityOf(found) !== this.#identity) {
      await this.#readOn(this.#fd, goesOn);
      this.#leave();
    }
    if (this.#fd === undefined) {
      if (found === undefined || !found.isFile()) return goesOn();
      const isKnown = identityOf(found) === this.#identity;
      if (isKnown && found.size === this.#position) return goesOn();
      if (!this.#open()) return goesOn();
    }
    if (this.#fd !== undefined) await this.#readOn(this.#fd, goesOn);
    if (!this.#staysOpen && this.#idle > patience) this.close();
    return goesOn();
  }

  close(): void {
    if (this.#fd !== undefined) closeSync(this.#fd);
    this.#fd = undefined;
  }

  #open(): boolean {
    try {
      this.#fd = openSync(this.path, "r");
    } catch {
      return false;
    }
    const identity = identityOf(fstatSync(this.#fd));
    if (identity !== this.#identity) this.#restart();
    this.#identity = identity;
    return true;
  }

  /** The file at this path is another one from now on. */
  #leave(): void {
    this.close();
    this.#restart();
    this.#identity = "";
  }

  #restart(): void {
    this.#lines.end();
    this.#position = 0;
    this.#head = Buffer.alloc(0);
    this.#idle = 0;
  }

  async #readOn(fd: number, goesOn: () => boolean): Promise<void> {
    const { size } = fstatSync(fd);
    this.#idle += 1;
    if (size === this.#position) return;
    this.#idle = 0;
    if (size < this.#position || !this.#isSame(fd)) this.#restart();
    const buffer = Buffer.allocUnsafe(chunk);
    for (let parts = 1; goesOn(); parts += 1) {
      const got = readSync(fd, buffer, 0, chunk, this.#position);
      if (got === 0) break;
      if (this.#head.length < headLength && this.#position === this.#head.length)
        this.#head = Buffer.concat([this.#head, buffer.subarray(0, Math.min(got, headLength - this.#head.length))]);
      this.#position += got;
      this.#lines.feed(buffer.subarray(0, got));
      // Signals want a turn, too.
      if (parts % 8 === 0) await new Promise(setImmediate);
    }
  }

  /** A file that was cut and has grown again beyond where we were begins otherwise. */
  #isSame(fd: number): boolean {
    const now = Buffer.alloc(this.#head.length);
    return readSync(fd, now, 0, now.length, 0) === now.length && now.equals(this.#head);
  }
}

function identityOf({ dev, ino }: Stats): string {
  return `${dev}:${ino}`;
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
