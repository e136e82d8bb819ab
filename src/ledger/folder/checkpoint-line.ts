/** Checkpoints among the entries: behind what it is of stands the signed note in a line, so that one write has both on disk. */

import { readSync } from "node:fs";
import { isSignedBy, readCheckpoint, type SignedCheckpoint } from "../../agreement/index.ts";
import { sha256, verifyEd25519 } from "../keys/crypto.ts";
import type { Header } from "./header.ts";

const head = Buffer.from('{"checkpoint":');
const newline = 10;
/** A note is shorter. */
const longest = 4096;
const chunk = 16 * 1024;

export function checkpointLine(note: string): Buffer {
  return Buffer.from(`${JSON.stringify({ checkpoint: note })}\n`);
}

/** Whether a line is no entry: those begin otherwise. */
export function isCheckpointLine(bytes: Uint8Array): boolean {
  return bytes.length > head.length && head.every((byte, at) => bytes[at] === byte);
}

/** The note of a line (without its newline); undefined where the log's key did not sign what stands there. */
export function noteIn(
  bytes: Uint8Array,
  { origin, key }: Pick<Header, "origin" | "key">,
): { readonly note: string; readonly checkpoint: SignedCheckpoint } | undefined {
  if (bytes.length > longest) return undefined;
  const note = textIn(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString());
  const checkpoint = note === undefined ? undefined : readCheckpoint(note);
  if (note === undefined || checkpoint === undefined || "code" in checkpoint) return undefined;
  return checkpoint.origin === origin && isSignedBy(checkpoint, key, sha256, verifyEd25519)
    ? { note, checkpoint }
    : undefined;
}

function textIn(line: string): string | undefined {
  try {
    const { checkpoint } = JSON.parse(line) as { readonly checkpoint?: unknown };
    const isOne = typeof checkpoint === "string" && JSON.stringify({ checkpoint }) === line;
    return isOne ? checkpoint : undefined;
  } catch {
    return undefined;
  }
}

export interface LastCheckpoint {
  readonly note: string;
  readonly checkpoint: SignedCheckpoint;
  /** The byte behind its line. */
  readonly end: number;
}

/** The last checkpoint of a file of entries, looked for from its end on. */
export function lastCheckpoint(
  fd: number,
  size: number,
  header: Pick<Header, "origin" | "key">,
): LastCheckpoint | undefined {
  // What lies behind `to` was looked through; a line that begins ahead of it may end behind it.
  for (let to = size; to > 0; ) {
    const from = Math.max(0, to - chunk);
    const bytes = Buffer.alloc(Math.min(size, to + longest) - from);
    const length = readSync(fd, bytes, 0, bytes.length, from);
    for (
      let at = bytes.lastIndexOf(head, to - from - 1);
      at !== -1;
      at = at === 0 ? -1 : bytes.lastIndexOf(head, at - 1)
    ) {
      const isStart = at === 0 ? from === 0 : bytes[at - 1] === newline;
      const stop = bytes.indexOf(newline, at);
      if (!isStart || stop === -1 || stop >= length) continue;
      const found = noteIn(bytes.subarray(at, stop), header);
      if (found !== undefined) return { ...found, end: from + stop + 1 };
    }
    if (from === 0) return undefined;
    // The byte ahead of a line is looked at, too: its newline.
    to = from + 1;
  }
  return undefined;
}
