/** A file's content, taken over into a file that stays itself: only what differs is written, holes stay holes. */

import {
  closeSync,
  constants,
  copyFileSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  writeSync,
} from "node:fs";
import { nameOf } from "../../runtime/index.ts";

const size = 1 << 17;
const nothing = Buffer.alloc(size);

/** Makes the content of a file that of another, and has it on the disk unless that is seen to otherwise. */
export function copyContent(from: string, to: string, syncs = true): void {
  const source = openSync(nameOf(from), "r");
  try {
    const target = openSync(nameOf(to), "r+");
    try {
      const wanted = Number(fstatSync(source, { bigint: true }).size);
      const had = Number(fstatSync(target, { bigint: true }).size);
      if (had > wanted) ftruncateSync(target, wanted);
      const [one, other] = [Buffer.allocUnsafe(size), Buffer.allocUnsafe(size)];
      for (let at = 0; at < wanted; ) {
        const got = readSync(source, one, 0, size, at);
        if (got === 0) break;
        const part = one.subarray(0, got);
        const known = at < had ? readSync(target, other, 0, got, at) : 0;
        const isSame =
          known === got ? part.equals(other.subarray(0, got)) : known === 0 && part.equals(nothing.subarray(0, got));
        for (let done = 0; done < got && !isSame; ) done += writeSync(target, part, done, got - done, at + done);
        at += got;
      }
      ftruncateSync(target, wanted);
      if (syncs) fsyncSync(target);
    } finally {
      closeSync(target);
    }
  } finally {
    closeSync(source);
  }
}

export function isSameContent(one: string, other: string): boolean {
  const [left, right] = [openSync(nameOf(one), "r"), openSync(nameOf(other), "r")];
  try {
    if (fstatSync(left).size !== fstatSync(right).size) return false;
    const [part, second] = [Buffer.allocUnsafe(size), Buffer.allocUnsafe(size)];
    for (;;) {
      const got = readSync(left, part);
      const known = readSync(right, second);
      if (got !== known || !part.subarray(0, got).equals(second.subarray(0, got))) return false;
      if (got === 0) return true;
    }
  } finally {
    closeSync(left);
    closeSync(right);
  }
}

/**
 * A copy with the content of a file: blocks are shared where the file system can, and holes stay holes. The value tells whether they are shared.
 * It is on the disk then unless that is seen to otherwise.
 */
export function saveContent(from: string, to: string, syncs = true): boolean {
  try {
    copyFileSync(nameOf(from), nameOf(to), constants.COPYFILE_FICLONE_FORCE | constants.COPYFILE_EXCL);
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === "EACCES" || code === "ENOSPC" || code === "EDQUOT") throw thrown;
    closeSync(openSync(nameOf(to), "w", 0o600));
    copyContent(from, to, syncs);
    return false;
  }
  if (syncs) syncFile(to);
  return true;
}

function syncFile(path: string): void {
  const fd = openSync(nameOf(path), "r");
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
