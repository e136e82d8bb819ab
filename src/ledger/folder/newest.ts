/** The newest checkpoint of a log: the last one among its entries, or, where their end was cut off, the one beside them. */

import { fstatSync } from "node:fs";
import { join } from "node:path";
import type { SignedCheckpoint } from "../../agreement/index.ts";
import { syncFile } from "../../sinks/index.ts";
import type { LogProblem } from "../problem.ts";
import { checkpointBeside } from "./checkpoint-file.ts";
import { lastCheckpoint } from "./checkpoint-line.ts";
import { type Header, names } from "./header.ts";

export interface NewestCheckpoint {
  readonly checkpoint: SignedCheckpoint;
  readonly note: string;
  /** The byte behind its line among the entries; undefined where it stands only beside them. */
  readonly end: number | undefined;
}

/** `fd` is the file of the entries. A problem where no checkpoint is one that the log's key signed. */
export function newestOf(fd: number, folder: string, header: Header): NewestCheckpoint | LogProblem {
  const last = lastCheckpoint(fd, fstatSync(fd).size, header);
  const beside = checkpointBeside(folder, header, last?.note);
  if (beside !== undefined && (last === undefined || beside.checkpoint.size > last.checkpoint.size))
    return { ...beside, end: undefined };
  if (last !== undefined) return last;
  const message = `${join(folder, names.entries)} holds no checkpoint that the log's own key signed`;
  const help = "somebody else wrote it, or log.json: take both from a backup, or import an export into a new folder";
  return { code: "LOG-07", message, help, kind: "data" };
}

/** Waits until what was read is on disk: a writer may not have acknowledged it yet, and a power cut would take it back. */
export function settle(fd: number): void {
  try {
    syncFile(fd, false);
  } catch (thrown) {
    // What cannot be written is on disk.
    if (!(thrown instanceof Error && "code" in thrown && thrown.code === "EROFS")) throw thrown;
  }
}
