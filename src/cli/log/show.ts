/** `dscript log show`: the newest entries of a log in a line each, one whole, or whose log it is. */

import { readEnvelope, writeLogKey } from "../../agreement/index.ts";
import { exitCode } from "../../engine/index.ts";
import { isProblem, type OpenLog, openLog, sha256 } from "../../ledger/index.ts";
import { language, refuseWords } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { safe } from "../runs/words.ts";
import { write } from "../terminal.ts";
import { entryJson, entryLine, entryNumber, entryText, refuse } from "./said.ts";
import { isSearch, showFound } from "./search.ts";

export async function showLog(options: ParsedOptions, [folder = "", word]: readonly string[]): Promise<number> {
  const number = options.value("number") ?? "20";
  if (!/^\d{1,9}$/.test(number))
    return refuseWords(`-n takes a number, not ${number}`, "dscript log show FOLDER -n 50");
  const log = openLog(folder);
  if (isProblem(log)) return refuse(log);
  try {
    if (options.has("key")) return showKey(log, options);
    if (word !== undefined) return showOne(log, word, options);
    if (isSearch(options)) return await showFound(log, Number(number), options);
    const { size } = log.checkpoint;
    const first = number === "0" ? 0 : Math.max(0, size - Number(number));
    for (let index = first; index < size; index += 1) {
      const entry = log.entry(index);
      if (isProblem(entry)) return refuse(entry);
      write(1, entryText(entry, index, size, options));
    }
    return exitCode.ok;
  } finally {
    log.close();
  }
}

function showKey({ header, checkpoint }: OpenLog, options: ParsedOptions): number {
  const key = writeLogKey(header.key, sha256);
  const { origin, size, root } = checkpoint;
  const hash = Buffer.from(root).toString("hex");
  if (options.has("json")) write(1, `${JSON.stringify({ origin, size, root: hash, key })}\n`);
  else write(1, language().text(`log: ${safe(origin)}\nentries: ${size}\nroot: ${hash}\nkey: ${safe(key)}\n`));
  return exitCode.ok;
}

function showOne(log: OpenLog, word: string, options: ParsedOptions): number {
  const found = entryNumber(word, log.checkpoint.size);
  if (typeof found === "number") return found;
  const entry = log.entry(found.index);
  if (isProblem(entry)) return refuse(entry);
  if (options.has("json")) write(1, `${JSON.stringify({ entry: found.index, ...entryJson(entry) })}\n`);
  else {
    const reading = readEnvelope(entry);
    const keys = reading.ok ? reading.envelope.signatures.map(({ keyid }) => `signed by ${keyid}\n`).join("") : "";
    const statement = reading.ok ? JSON.stringify(reading.envelope.statement.predicate, null, 2) : "";
    write(1, `${found.index}  ${entryLine(entry)}\n${language().text(keys)}${safeLines(statement)}\n`);
  }
  return exitCode.ok;
}

function safeLines(text: string): string {
  return text.split("\n").map(safe).join("\n");
}
