/** Reads a whole log and says whether it is what was signed, and where it is not. */

import { closeSync, fstatSync, openSync } from "node:fs";
import { join } from "node:path";
import { appended, emptyRange, isSameHash, leafHash, readEnvelope, rootOf, storedAt } from "../../agreement/index.ts";
import { readNewest } from "../folder/checkpoint-file.ts";
import { names, readHeader } from "../folder/header.ts";
import { linesOf } from "../folder/lines.ts";
import { longestLine } from "../folder/range.ts";
import { openTreeFiles, type TreeFiles } from "../folder/tree-files.ts";
import { sha256 } from "../keys/crypto.ts";
import { isProblem, type LogProblem, problemOf } from "../problem.ts";
import { createSignatureCheck, type SignatureCounts } from "./signatures.ts";

export interface Verified {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  readonly note: string;
  readonly signatures: SignatureCounts;
  /** What is wrong, in the order of the entries; none where the log is what was signed. */
  readonly findings: readonly Finding[];
  /** Whole entries that no checkpoint holds yet, and bytes of a torn one: a writer was killed. The next one deals with them. */
  readonly behind: { readonly entries: number; readonly bytes: number };
}

export interface Finding extends Pick<LogProblem, "code" | "message"> {
  /** From 0 on. */
  readonly entry?: number;
  /** The first byte of its line in the file of entries. */
  readonly byte?: number;
}

const mostFindings = 20;

/** A problem where the log cannot be read at all. */
export function verifyLog(folder: string): Verified | LogProblem {
  const header = readHeader(folder);
  if (isProblem(header)) return header;
  let fd: number | undefined;
  let kept: TreeFiles | undefined;
  try {
    const newest = readNewest(folder, header);
    if (isProblem(newest)) return newest;
    fd = openSync(join(folder, names.entries), "r");
    kept = keptHashes(folder);
    const { checkpoint, note, otherIsBad } = newest;
    const walked = walk(fd, checkpoint.size, kept);
    const findings = [...walked.findings];
    const isSame = walked.count === checkpoint.size && isSameHash(walked.root, checkpoint.root);
    const [changed] = walked.changed;
    if (walked.count < checkpoint.size)
      findings.push({
        code: "LOG-08",
        message: `the log ends with entry ${walked.count - 1}, and ${checkpoint.size} entries were signed`,
      });
    else if (!isSame && changed !== undefined) findings.unshift(...walked.changed);
    else if (!isSame)
      findings.push({
        code: "LOG-08",
        message: "the entries do not lead to the root that was signed; which one was changed cannot be told",
      });
    else if (changed !== undefined)
      findings.push({
        code: "LOG-08",
        message: `the entries are as they were signed, and ${names.hashes} or ${names.ends} is damaged at entry ${changed.entry}: remove both, and they are made again`,
      });
    if (otherIsBad)
      findings.push({ code: "LOG-07", message: "the checkpoint file holds something that the log's key did not sign" });
    const { origin, size, root } = checkpoint;
    return { origin, size, root, note, findings, signatures: walked.signatures, behind: walked.behind };
  } catch (thrown) {
    return problemOf(thrown, folder, "read");
  } finally {
    kept?.close();
    if (fd !== undefined) closeSync(fd);
  }
}

function keptHashes(folder: string): TreeFiles | undefined {
  try {
    return openTreeFiles(folder, false);
  } catch {
    // They are made again when somebody writes.
    return undefined;
  }
}

function walk(fd: number, size: number, kept: TreeFiles | undefined) {
  const signatures = createSignatureCheck();
  const findings: Finding[] = [];
  const changed: (Finding & { readonly entry: number })[] = [];
  let range = emptyRange;
  let behind = { entries: 0, bytes: 0 };
  const full = fstatSync(fd).size;
  for (const { bytes, start, end, isWhole } of linesOf(fd, 0, full, longestLine)) {
    const entry = range.size;
    const reading = readEnvelope(bytes);
    const isEntry = isWhole && reading.ok && Buffer.from(reading.envelope.text).equals(bytes);
    if (entry === size) {
      if (isEntry && behind.bytes === 0) behind = { ...behind, entries: behind.entries + 1 };
      else behind = { ...behind, bytes: full - start };
      if (behind.bytes > 0) break;
      continue;
    }
    if (!isWhole) break;
    const leaf = leafHash(bytes, sha256);
    const place = { entry, byte: start };
    const isKept = kept === undefined || (isSameHash(leaf, kept.hash(storedAt(0, entry))) && kept.end(entry) === end);
    if (!isKept && changed.length < mostFindings)
      changed.push({ code: "LOG-08", message: `entry ${entry} is not what was appended`, ...place });
    if (!isEntry && findings.length < mostFindings) {
      const message = reading.ok ? "it is not in its canonical form" : reading.trouble.message;
      findings.push({ code: "LOG-09", message: `entry ${entry} is no signed statement: ${message}`, ...place });
    }
    const bad = reading.ok ? signatures.add(reading.envelope) : undefined;
    if (bad !== undefined && findings.length < mostFindings)
      findings.push({
        code: "LOG-15",
        message: `entry ${entry} was not signed by the key ${bad}, which it names`,
        ...place,
      });
    range = appended(range, leaf, sha256).range;
  }
  return { count: range.size, root: rootOf(range, sha256), findings, changed, behind, signatures: signatures.counts() };
}
