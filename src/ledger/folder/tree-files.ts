/** What is kept beside the entries, so that a log is opened and proven without reading it: all hashes of its tree, and where each entry ends. */

import { closeSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from "node:fs";
import { join } from "node:path";
import { hashLength, peakPlaces, type Range, storedCount } from "../../agreement/index.ts";
import { names } from "./header.ts";

const endLength = 8;

export interface TreeFiles {
  /** The hash at a place of the kept ones. */
  readonly hash: (at: number) => Uint8Array;
  /** The byte behind an entry's line; 0 for -1. */
  readonly end: (index: number) => number;
  /** The right edge of the tree of this size; undefined where the files are too short for it. */
  readonly range: (size: number) => Range | undefined;
  /** Puts what came to be with the entries from `size` on behind what is kept of those before. */
  readonly put: (size: number, made: readonly Uint8Array[], ends: readonly number[]) => void;
  /** Of how many entries all is kept. */
  readonly count: () => number;
  /** False where somebody removed the files: what is put goes nowhere. */
  readonly areThere: () => boolean;
  readonly close: () => void;
}

/** `mayWrite`: makes them where they are absent. */
export function openTreeFiles(folder: string, mayWrite: boolean): TreeFiles {
  const flags = mayWrite ? "a+" : "r";
  const hashes = openSync(join(folder, names.hashes), flags, 0o644);
  const ends = openSync(join(folder, names.ends), flags, 0o644);
  const read = (fd: number, at: number, length: number): Buffer => {
    const bytes = Buffer.alloc(length);
    readSync(fd, bytes, 0, length, at);
    return bytes;
  };
  const hash = (at: number): Uint8Array => read(hashes, at * hashLength, hashLength);
  return {
    hash,
    end: (index) => (index < 0 ? 0 : Number(read(ends, index * endLength, endLength).readBigUInt64LE(0))),
    range(size) {
      if (fstatSync(hashes).size < storedCount(size) * hashLength || fstatSync(ends).size < size * endLength)
        return undefined;
      return { size, peaks: peakPlaces(size).map(hash) };
    },
    put(size, made, newEnds) {
      // What a writer left that was killed ahead of its checkpoint is cut off.
      const before = [storedCount(size) * hashLength, size * endLength] as const;
      if (fstatSync(hashes).size > before[0]) ftruncateSync(hashes, before[0]);
      if (fstatSync(ends).size > before[1]) ftruncateSync(ends, before[1]);
      const bytes = Buffer.alloc(newEnds.length * endLength);
      for (const [at, end] of newEnds.entries()) bytes.writeBigUInt64LE(BigInt(end), at * endLength);
      writeWhole(hashes, Buffer.concat(made));
      writeWhole(ends, bytes);
    },
    count() {
      const kept = Math.floor(fstatSync(hashes).size / hashLength);
      // A tree keeps two hashes an entry, but for as many as it has peaks.
      let size = Math.min(Math.floor(fstatSync(ends).size / endLength), Math.floor(kept / 2) + 32);
      while (storedCount(size) > kept) size -= 1;
      return size;
    },
    areThere: () => fstatSync(hashes).nlink > 0 && fstatSync(ends).nlink > 0,
    close() {
      closeSync(hashes);
      closeSync(ends);
    },
  };
}

/** The same for whoever only reads, where the files are absent or damaged. */
export function createTreeInMemory(): TreeFiles {
  const hashes: Uint8Array[] = [];
  const ends: number[] = [];
  const hash = (at: number): Uint8Array => hashes[at] ?? new Uint8Array(hashLength);
  return {
    hash,
    end: (index) => ends[index] ?? 0,
    range: (size) => (hashes.length < storedCount(size) ? undefined : { size, peaks: peakPlaces(size).map(hash) }),
    put(size, made, newEnds) {
      hashes.length = storedCount(size);
      ends.length = size;
      for (const each of made) hashes.push(each);
      for (const each of newEnds) ends.push(each);
    },
    count: () => ends.length,
    areThere: () => true,
    close() {},
  };
}

/** What is kept, and what was made of the entries behind, for whoever may not write. */
export function withMore(
  kept: TreeFiles,
  size: number,
  made: readonly Uint8Array[],
  ends: readonly number[],
): TreeFiles {
  const from = storedCount(size);
  const hash = (at: number): Uint8Array =>
    at < from ? kept.hash(at) : (made[at - from] ?? new Uint8Array(hashLength));
  return {
    ...kept,
    hash,
    end: (index) => (index < size ? kept.end(index) : (ends[index - size] ?? 0)),
    count: () => size + ends.length,
    range: (wanted) =>
      wanted > size + ends.length ? undefined : { size: wanted, peaks: peakPlaces(wanted).map(hash) },
  };
}

/** At the file's end, or from a byte on. */
export function writeWhole(fd: number, bytes: Uint8Array, from?: number): void {
  for (let at = 0; at < bytes.length; )
    at += writeSync(fd, bytes, at, bytes.length - at, from === undefined ? null : from + at);
}
