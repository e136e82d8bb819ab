/** `dscript log prove` and `dscript log checkpoint`: proofs to be checked without the log, and what shows later that it only grew. */

import {
  inclusionPath,
  isSameHash,
  leafHash,
  rootFromInclusion,
  toBase64,
  writeGrowth,
  writeProof,
} from "../../agreement/index.ts";
import { exitCode } from "../../engine/index.ts";
import { isProblem, openLog, provesGrowth, sha256 } from "../../ledger/index.ts";
import { refuseWords } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { write } from "../terminal.ts";
import { entryNumber, readText, refuse } from "./said.ts";

export async function proveEntry(options: ParsedOptions, [word = "", folder]: readonly string[]): Promise<number> {
  if (folder === undefined)
    return refuseWords("a proof is of an entry, or since a checkpoint", "dscript log prove FOLDER --since CHECKPOINT");
  const log = openLog(folder);
  if (isProblem(log)) return refuse(log);
  try {
    const { size, root } = log.checkpoint;
    const found = entryNumber(word, size);
    if (typeof found === "number") return found;
    const { index } = found;
    const entry = log.entry(index);
    if (isProblem(entry)) return refuse(entry);
    const path = inclusionPath(index, log.tree);
    const leads = rootFromInclusion(leafHash(entry, sha256), { index, size }, path, sha256);
    if (leads === undefined || !isSameHash(leads, root))
      return refuse({
        code: "LOG-08",
        message: `the hashes that ${folder} keeps do not lead from entry ${index} to the root that was signed`,
        help: `dscript log verify ${folder} says what is damaged`,
        kind: "data",
      });
    if (options.has("json"))
      write(1, `${JSON.stringify({ entry: index, size, path: path.map(toBase64), checkpoint: log.note })}\n`);
    else write(1, writeProof({ entry, index, path, checkpoint: log.note }));
    return exitCode.ok;
  } finally {
    log.close();
  }
}

export async function proveGrowth(
  options: ParsedOptions,
  [folder = "", extra]: readonly string[],
  file: string,
): Promise<number> {
  if (extra !== undefined)
    return refuseWords("a proof is of an entry, or of growth", "dscript log prove FOLDER --since CHECKPOINT");
  const note = readText(file, "name a file with a checkpoint: dscript log checkpoint FOLDER writes one");
  if (typeof note === "number") return note;
  const growth = provesGrowth(folder, note.text);
  if (isProblem(growth)) return refuse(growth);
  const { older, newer, path } = growth;
  if (options.has("json"))
    write(
      1,
      `${JSON.stringify({ old: older.size, size: newer.size, path: path.map(toBase64), checkpoint: growth.note })}\n`,
    );
  else write(1, writeGrowth({ size: older.size, path, checkpoint: growth.note }));
  return exitCode.ok;
}

export async function showCheckpoint(options: ParsedOptions, [folder = ""]: readonly string[]): Promise<number> {
  const log = openLog(folder);
  if (isProblem(log)) return refuse(log);
  log.close();
  const { origin, size, root } = log.checkpoint;
  if (options.has("json"))
    write(1, `${JSON.stringify({ origin, size, root: toBase64(root), checkpoint: log.note })}\n`);
  else write(1, log.note);
  return exitCode.ok;
}
