/** A log, or its end, as one file: a line that says whose it is, then an entry a line. */

import { closeSync, fstatSync, openSync } from "node:fs";
import {
  isSignedBy,
  type LogKey,
  longestEnvelope,
  readCheckpoint,
  readLogKey,
  type SignedCheckpoint,
  writeLogKey,
} from "../../agreement/index.ts";
import { linesOf } from "../folder/lines.ts";
import type { OpenLog } from "../folder/open.ts";
import { sha256, verifyEd25519 } from "../keys/crypto.ts";
import { isProblem, type LogProblem, problemOf } from "../problem.ts";

export interface ExportFile {
  readonly checkpoint: SignedCheckpoint;
  /** Signed the checkpoint; whether it counts is for whoever imports to say. */
  readonly key: LogKey;
  /** The index of its first entry. */
  readonly from: number;
  /** Read from the file each time that they are walked through: they may be more than fit into memory. */
  readonly entries: Iterable<Uint8Array>;
}

const version = 1;
/** The lines of an export, without their newlines; a problem of an entry ends them. */
export function* exportLines(log: OpenLog, from: number): Generator<string | Uint8Array | LogProblem> {
  const { header, checkpoint, note } = log;
  const head = { dscript: "log-export", version, key: writeLogKey(header.key, sha256), from, checkpoint: note };
  yield JSON.stringify(head);
  for (let index = from; index < checkpoint.size; index += 1) {
    const entry = log.entry(index);
    yield entry;
    if (isProblem(entry)) return;
  }
}

export function readExport(path: string): ExportFile | LogProblem {
  let fd: number | undefined;
  try {
    fd = openSync(path, "r");
    const { size } = fstatSync(fd);
    let head: Omit<ExportFile, "entries"> | undefined;
    let count = 0;
    for (const { bytes, isWhole } of linesOf(fd, 0, size, 2 * longestEnvelope)) {
      if (head === undefined) {
        const found = headOf(bytes, path);
        if (isProblem(found)) return found;
        head = found;
      } else if (!isWhole) return wrong(path, `ends within entry ${head.from + count}`);
      else count += 1;
    }
    if (head === undefined) return wrong(path, "is empty");
    const { checkpoint, from } = head;
    return from + count === checkpoint.size
      ? { ...head, entries: { [Symbol.iterator]: () => entriesIn(path) } }
      : wrong(path, `holds entries up to ${from + count - 1}, and its checkpoint is of ${checkpoint.size}`);
  } catch (thrown) {
    return problemOf(thrown, path, "read");
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}

function* entriesIn(path: string): Generator<Uint8Array> {
  const fd = openSync(path, "r");
  try {
    let isHead = true;
    for (const { bytes, isWhole } of linesOf(fd, 0, fstatSync(fd).size, 2 * longestEnvelope)) {
      if (!isHead && isWhole) yield bytes;
      isHead = false;
    }
  } finally {
    closeSync(fd);
  }
}

function headOf(bytes: Uint8Array, path: string): Omit<ExportFile, "entries"> | LogProblem {
  const value = parsed(Buffer.from(bytes).toString());
  if (value?.["dscript"] !== "log-export") return wrong(path, "is no export of a log");
  const { version: form, key, from, checkpoint } = value;
  if (typeof form === "number" && form > version) {
    const message = `${path} was written by a newer dscript (form ${form}; this one reads ${version})`;
    return { code: "LOG-05", message, help: "use that version", kind: "data" };
  }
  const signer = typeof key === "string" ? readLogKey(key, sha256) : undefined;
  const note = typeof checkpoint === "string" ? readCheckpoint(checkpoint) : undefined;
  if (signer === undefined || note === undefined || "code" in note || typeof from !== "number" || !(from >= 0))
    return wrong(path, "has a first line that is damaged");
  if (signer.name !== note.origin || !isSignedBy(note, signer, sha256, verifyEd25519))
    return wrong(path, "has a checkpoint that its key did not sign");
  return { checkpoint: note, key: signer, from };
}

function parsed(text: string): { readonly [name: string]: unknown } | undefined {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function wrong(path: string, what: string): LogProblem {
  return {
    code: "LOG-09",
    message: `the export ${path} ${what}`,
    help: "have it exported anew: dscript log export FOLDER",
    kind: "data",
  };
}
