/**
 * A second place for the newest checkpoint: a file of two pages that are written in turn. It is not waited for, and shows
 * that the end of the entries was cut off where it is newer than they are.
 */

import { closeSync, constants, openSync, readSync, writeSync } from "node:fs";
import { join } from "node:path";
import { isSignedBy, readCheckpoint, type SignedCheckpoint } from "../../agreement/index.ts";
import { sha256, verifyEd25519 } from "../keys/crypto.ts";
import { type Header, names } from "./header.ts";

/** Bytes: a page of the disk, which is written as a whole. */
const place = 4096;

interface Place {
  readonly note: string;
  /** Undefined where the place holds something that is no checkpoint of this log. */
  readonly checkpoint: SignedCheckpoint | undefined;
}

/** The places that hold something, the newest first; whose key signed them is not asked. */
function placesIn(folder: string, origin: string): readonly Place[] {
  const bytes = Buffer.alloc(2 * place);
  let fd: number;
  try {
    fd = openSync(join(folder, names.checkpoint), "r");
  } catch (thrown) {
    if (thrown instanceof Error && "code" in thrown && thrown.code === "ENOENT") return [];
    throw thrown;
  }
  try {
    readSync(fd, bytes, 0, bytes.length, 0);
  } finally {
    closeSync(fd);
  }
  return [0, 1]
    .flatMap((at) => {
      const note = bytes.toString("utf8", at * place, (at + 1) * place).replace(/[\0\n]*$/, "\n");
      if (note === "\n") return [];
      const read = readCheckpoint(note);
      return [{ note, checkpoint: "code" in read || read.origin !== origin ? undefined : read }];
    })
    .sort((one, other) => (other.checkpoint?.size ?? -1) - (one.checkpoint?.size ?? -1));
}

/** The newest one that the log's key signed, and its place. `known` is a note that need not be checked again. */
export function checkpointBeside(
  folder: string,
  { origin, key }: Pick<Header, "origin" | "key">,
  known: string | undefined,
): { readonly checkpoint: SignedCheckpoint; readonly note: string } | undefined {
  for (const { note, checkpoint } of placesIn(folder, origin))
    if (checkpoint !== undefined && (note === known || isSignedBy(checkpoint, key, sha256, verifyEd25519)))
      return { checkpoint, note };
  return undefined;
}

/** Whether a place holds something that nobody signed; and all that was signed. */
export function checkBeside(
  folder: string,
  { origin, key }: Pick<Header, "origin" | "key">,
): { readonly isBad: boolean; readonly signed: readonly SignedCheckpoint[] } {
  const places = placesIn(folder, origin);
  const signed = places.flatMap(({ checkpoint }) =>
    checkpoint !== undefined && isSignedBy(checkpoint, key, sha256, verifyEd25519) ? [checkpoint] : [],
  );
  return { isBad: signed.length < places.length, signed };
}

/** Writes the note of a checkpoint of so many entries. */
export function writeBeside(folder: string, note: string, size: number): void {
  const bytes = Buffer.alloc(place, "\n");
  bytes.write(note);
  const fd = openSync(join(folder, names.checkpoint), constants.O_WRONLY | constants.O_CREAT, 0o644);
  try {
    writeSync(fd, bytes, 0, bytes.length, (size % 2) * place);
  } finally {
    closeSync(fd);
  }
}
