/** `dscript log prove`: a proof that the log holds an entry, to be checked without it. */

import { inclusionPath, isSameHash, leafHash, rootFromInclusion, toBase64, writeProof } from "../../agreement/index.ts";
import { exitCode } from "../../engine/index.ts";
import { isProblem, openLog, sha256 } from "../../ledger/index.ts";
import type { ParsedOptions } from "../options.ts";
import { write } from "../terminal.ts";
import { entryNumber, refuse } from "./said.ts";

export async function proveEntry(options: ParsedOptions, [word = "", folder = ""]: readonly string[]): Promise<number> {
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
