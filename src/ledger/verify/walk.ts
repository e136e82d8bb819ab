/** Walks through the lines of a log's entries: envelopes, the checkpoints among them, and what a killed writer left behind them. */

import { fstatSync } from "node:fs";
import {
  appended,
  type Checkpoint,
  emptyRange,
  isSameHash,
  leafHash,
  type Range,
  readEnvelope,
  rootOf,
  storedAt,
} from "../../agreement/index.ts";
import { isCheckpointLine, noteIn } from "../folder/checkpoint-line.ts";
import type { Header } from "../folder/header.ts";
import { type Line, linesOf } from "../folder/lines.ts";
import { longestLine } from "../folder/range.ts";
import type { TreeFiles } from "../folder/tree-files.ts";
import { sha256 } from "../keys/crypto.ts";
import type { LogProblem } from "../problem.ts";
import { createSignatureCheck, type RootsOf, type SignatureCounts } from "./signatures.ts";

export interface Finding extends Pick<LogProblem, "code" | "message"> {
  /** From 0 on. */
  readonly entry?: number;
  /** Where it stands in the file of entries: the line from 1 on, and its first byte. */
  readonly line?: number;
  readonly byte?: number;
}

export interface Walked {
  readonly count: number;
  readonly root: Uint8Array;
  readonly findings: readonly Finding[];
  /** Entries that differ from the hashes beside them; which of the two was changed the roots say. */
  readonly changed: readonly (Finding & { readonly entry: number })[];
  /** The entries that the first checkpoint is of to which they do not lead, behind the last one to which they do. */
  readonly firstOff: { readonly from: number; readonly to: number } | undefined;
  readonly behind: { readonly entries: number; readonly bytes: number };
  readonly signatures: SignatureCounts;
}

const mostFindings = 20;

export interface Known {
  readonly header: Header;
  /** Entries of the newest checkpoint. */
  readonly size: number;
  readonly kept: TreeFiles | undefined;
  /** Checkpoints that stand beside the entries. */
  readonly beside: readonly Checkpoint[];
  readonly rootsOf: RootsOf;
}

export function walk(fd: number, { header, size, kept, beside, rootsOf }: Known): Walked {
  const signatures = createSignatureCheck(rootsOf);
  const findings: Finding[] = [];
  const changed: (Finding & { readonly entry: number })[] = [];
  const find = (finding: Finding): void => {
    if (findings.length < mostFindings) findings.push(finding);
  };
  const hashed = kept?.count() ?? 0;
  let range = emptyRange;
  let agreed = 0;
  let firstOff: Walked["firstOff"];
  const compare = (checkpoint: Checkpoint): void => {
    if (isOf(checkpoint, range)) agreed = range.size;
    else firstOff ??= { from: agreed, to: Math.max(checkpoint.size, agreed + 1) };
  };
  let behind = { entries: 0, bytes: 0 };
  let number = 0;
  const full = fstatSync(fd).size;
  for (const line of linesOf(fd, 0, full, longestLine)) {
    number += 1;
    const { bytes, start } = line;
    const entry = range.size;
    if (entry === size && behind.entries + behind.bytes > 0 && !isSignedEntry(line)) {
      behind = { ...behind, bytes: full - start };
      break;
    }
    if (line.isWhole && isCheckpointLine(bytes)) {
      const found = noteIn(bytes, header);
      const message = "a checkpoint among the entries is not what the log's key signed";
      if (found === undefined) find({ code: "LOG-07", message, line: number, byte: start });
      else compare(found.checkpoint);
      continue;
    }
    if (entry === size) {
      if (!isSignedEntry(line)) behind = { ...behind, bytes: full - start };
      else behind = { ...behind, entries: behind.entries + 1 };
      if (behind.bytes > 0) break;
      continue;
    }
    if (!line.isWhole) break;
    const leaf = leafHash(bytes, sha256);
    const place = { entry, line: number, byte: start };
    const isKept =
      kept === undefined ||
      entry >= hashed ||
      (isSameHash(leaf, kept.hash(storedAt(0, entry))) && kept.end(entry) === line.end);
    if (!isKept && changed.length < mostFindings)
      changed.push({ code: "LOG-08", message: `entry ${entry} is not what was appended`, ...place });
    const reading = readEnvelope(bytes);
    const isCanonical = reading.ok && Buffer.from(reading.envelope.text).equals(bytes);
    if (!isCanonical) {
      const message = reading.ok ? "it is not in its canonical form" : reading.trouble.message;
      find({ code: "LOG-09", message: `entry ${entry} is no signed statement: ${message}`, ...place });
    }
    const bad = reading.ok ? signatures.add(reading.envelope, entry) : undefined;
    if (bad !== undefined)
      find({
        code: "LOG-15",
        message: `entry ${entry} was not signed by the key ${bad}, which it names`,
        ...place,
      });
    range = appended(range, leaf, sha256).range;
    for (const checkpoint of beside) if (checkpoint.size === range.size) compare(checkpoint);
  }
  const root = rootOf(range, sha256);
  return { count: range.size, root, findings, changed, firstOff, behind, signatures: signatures.counts() };
}

function isOf({ size, root }: Checkpoint, range: Range): boolean {
  return size === range.size && isSameHash(root, rootOf(range, sha256));
}

function isSignedEntry({ bytes, isWhole }: Line): boolean {
  if (!isWhole) return false;
  const reading = readEnvelope(bytes);
  return reading.ok && Buffer.from(reading.envelope.text).equals(bytes);
}
