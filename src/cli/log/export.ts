/** `dscript log export`: a log, or its end, as one file. */

import { exitCode } from "../../engine/index.ts";
import { exportLines, isProblem, openLog } from "../../ledger/index.ts";
import { refuseWords } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { write } from "../terminal.ts";
import { refuse } from "./said.ts";

export async function exportLog(options: ParsedOptions, [folder = ""]: readonly string[]): Promise<number> {
  const log = openLog(folder);
  if (isProblem(log)) return refuse(log);
  try {
    const from = options.value("from") ?? "0";
    if (!/^\d{1,15}$/.test(from) || Number(from) > log.checkpoint.size)
      return refuseWords(
        `--from takes the number of an entry, not ${from}`,
        `the log has ${log.checkpoint.size} entries`,
      );
    for (const line of exportLines(log, Number(from))) {
      if (isProblem(line)) return refuse(line);
      // A reader that went away needs no more.
      if (!write(1, line) || !write(1, "\n")) return exitCode.output;
    }
    return exitCode.ok;
  } finally {
    log.close();
  }
}
