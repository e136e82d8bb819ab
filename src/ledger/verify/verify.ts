/** Reads a whole log and says whether it is what was signed, and where it is not. */

import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import { type Checkpoint, isSameHash } from "../../agreement/index.ts";
import { checkBeside } from "../folder/checkpoint-file.ts";
import { names, readHeader } from "../folder/header.ts";
import { newestOf, settle } from "../folder/newest.ts";
import { openTreeFiles, type TreeFiles } from "../folder/tree-files.ts";
import { isProblem, type LogProblem, problemOf } from "../problem.ts";
import type { RootsOf, SignatureCounts } from "./signatures.ts";
import { type Finding, type Walked, walk } from "./walk.ts";

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

/** A problem where the log cannot be read at all. `rootsOf` says which keys are roots': a log does not decide which policy counts. */
export function verifyLog(folder: string, rootsOf: RootsOf = () => undefined): Verified | LogProblem {
  const header = readHeader(folder);
  if (isProblem(header)) return header;
  let fd: number | undefined;
  let kept: TreeFiles | undefined;
  try {
    fd = openSync(join(folder, names.entries), "r");
    const newest = newestOf(fd, folder, header);
    if (isProblem(newest)) return newest;
    settle(fd);
    kept = keptHashes(folder);
    const { checkpoint, note } = newest;
    const { origin, size, root } = checkpoint;
    const beside = checkBeside(folder, header);
    const walked = walk(fd, { header, size, kept, beside: beside.signed, rootsOf });
    const findings = [...mismatches(walked, checkpoint), ...walked.findings];
    if (beside.isBad)
      findings.push({ code: "LOG-07", message: "the checkpoint file holds something that the log's key did not sign" });
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

/** Where the entries are not those that were signed: named by the hashes beside them, or else by the checkpoints among them. */
function mismatches({ count, root, changed, firstOff }: Walked, signed: Checkpoint): readonly Finding[] {
  const said = (message: string): readonly Finding[] => [{ code: "LOG-08", message }];
  const [first] = changed;
  if (count < signed.size) return said(`the log ends with entry ${count - 1}, and ${signed.size} entries were signed`);
  const isSame = isSameHash(root, signed.root) && firstOff === undefined;
  if (isSame)
    return first === undefined
      ? []
      : said(
          `the entries are as they were signed, and ${names.hashes} or ${names.ends} is damaged at entry ${first.entry}: remove both, and they are made again`,
        );
  if (first !== undefined) return changed;
  if (firstOff === undefined)
    return said("the entries do not lead to the root that was signed; which one was changed cannot be told");
  return said(`entries ${firstOff.from} to ${firstOff.to - 1} are not those that the checkpoint behind them is of`);
}
