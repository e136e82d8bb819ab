/** `dscript log import`: takes up what another copy of a log has, and shows both sides where the two differ. */

import { readLogKey } from "../../agreement/index.ts";
import { exitCode } from "../../engine/index.ts";
import { type Fork, importInto, isProblem, readExport, sha256, trust } from "../../ledger/index.ts";
import { language, refuseWords, tell } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { safe } from "../runs/words.ts";
import { write } from "../terminal.ts";
import { entryJson, entryLine, logKeyOf, refuse } from "./said.ts";

export async function importLog(options: ParsedOptions, [file = "", folder = ""]: readonly string[]): Promise<number> {
  const word = options.value("trust");
  const trusted = word === undefined ? undefined : readLogKey(word, sha256);
  if (word !== undefined && trusted === undefined)
    return refuseWords(`${safe(word)} is no key of a log, or was mistyped`, "dscript log show FOLDER --key says it");
  const key = logKeyOf(folder, options);
  if (typeof key === "number") return key;
  const read = readExport(file);
  if (isProblem(read)) return refuse(read);
  const header = trusted === undefined ? undefined : trust(folder, trusted);
  if (isProblem(header)) return refuse(header);
  const result = await importInto(folder, key, read);
  if (isProblem(result)) return refuse(result);
  if (result.kind === "fork") return tellFork(result, file, folder, options);
  if (options.has("json")) write(1, `${JSON.stringify(result)}\n`);
  else if (result.kind === "appended")
    write(1, language().text(`entries ${result.first} to ${result.size - 1} were appended\n`));
  else if (result.behind > 0)
    write(1, language().text(`there is nothing new: the export lacks ${result.behind} entries that are here\n`));
  else write(1, language().text("there is nothing new: both hold the same entries\n"));
  return exitCode.ok;
}

function tellFork({ entry, ours, theirs }: Fork, file: string, folder: string, options: ParsedOptions): number {
  if (options.has("json")) {
    const sides = { ours: ours && entryJson(ours), theirs: theirs && entryJson(theirs) };
    write(1, `${JSON.stringify({ kind: "fork", entry, ...sides })}\n`);
    return exitCode.refused;
  }
  if (ours === undefined || theirs === undefined) {
    tell(
      `dscript: LOG-13: the two differ at entry ${entry} or ahead of it; nothing was changed\n  have it exported whole, to see where\n`,
    );
    return exitCode.refused;
  }
  const sides = [
    [folder, ours],
    [file, theirs],
  ] as const;
  tell(`dscript: LOG-13: the two are one log up to entry ${entry}, and differ from there on; nothing was changed\n`);
  for (const [name, bytes] of sides) tell(`  ${name}: ${entryLine(bytes)}\n`);
  tell("  people have to say which of the two holds: append the other's statements to it anew\n");
  return exitCode.refused;
}
