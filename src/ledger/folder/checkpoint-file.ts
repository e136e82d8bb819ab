/** The newest checkpoint on disk: a file of two places that are written in turn, so that a write which is cut short leaves the one before. */

import { closeSync, openSync, readSync, writeSync } from "node:fs";
import { join } from "node:path";
import { isSignedBy, readCheckpoint, type SignedCheckpoint } from "../../agreement/index.ts";
import { syncFile } from "../../sinks/index.ts";
import { sha256, verifyEd25519 } from "../keys/crypto.ts";
import type { LogProblem } from "../problem.ts";
import { type Header, names } from "./header.ts";

export interface NewestCheckpoint {
  readonly checkpoint: SignedCheckpoint;
  readonly note: string;
  readonly place: number;
  /** The other place holds something that nobody signed. */
  readonly otherIsBad: boolean;
}

/** Bytes: a page of the disk, which is written as a whole. */
const place = 4096;

/** Undefined where no place holds one that the log's key signed. */
export function readNewest(folder: string, { origin, key }: Header): NewestCheckpoint | LogProblem {
  const bytes = Buffer.alloc(2 * place);
  const path = join(folder, names.checkpoint);
  const fd = openSync(path, "r");
  try {
    readSync(fd, bytes, 0, bytes.length, 0);
  } finally {
    closeSync(fd);
  }
  const notes = [0, 1].map((at) => {
    const text = bytes.toString("utf8", at * place, (at + 1) * place).replace(/[\0\n]*$/, "\n");
    const read = text === "\n" ? undefined : readCheckpoint(text);
    if (read === undefined) return { at, text, isEmpty: true };
    const isOurs = !("code" in read) && read.origin === origin && isSignedBy(read, key, sha256, verifyEd25519);
    return { at, text, isEmpty: false, ...(isOurs ? { read } : {}) };
  });
  const [best] = notes
    .flatMap(({ read, at, text }) => (read === undefined ? [] : [{ read, at, text }]))
    .sort((one, other) => other.read.size - one.read.size);
  if (best === undefined) {
    const message = `${path} holds no checkpoint that the log's own key signed`;
    const help = "somebody else wrote it, or log.json: take both from a backup, or import an export into a new folder";
    return { code: "LOG-07", message, help, kind: "data" };
  }
  const otherIsBad = notes.some(({ at, isEmpty, read }) => at !== best.at && !isEmpty && read === undefined);
  return { checkpoint: best.read, note: best.text, place: best.at, otherIsBad };
}

/** Writes a note to the other place, or to the first of a new file; when this returns, it is on disk. */
export function writeNewest(folder: string, note: string, before: number | undefined): number {
  const next = before === 0 ? 1 : 0;
  // A new file has both places at once, so that a full disk cannot be in the way later.
  const bytes = Buffer.alloc(before === undefined ? 2 * place : place, "\n");
  bytes.write(note);
  const fd = openSync(join(folder, names.checkpoint), before === undefined ? "wx" : "r+", 0o644);
  try {
    writeSync(fd, bytes, 0, bytes.length, next * place);
    syncFile(fd, before === undefined);
  } finally {
    closeSync(fd);
  }
  return next;
}
