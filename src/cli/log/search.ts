/** `dscript log show --kind … --who …`, and `dscript log index`: entries that are looked for by what they say. */

import { type StatementKind, statementKinds } from "../../agreement/index.ts";
import { exitCode } from "../../engine/index.ts";
import { type EntryFilter, findEntries, isProblem, makeIndex, type OpenLog } from "../../ledger/index.ts";
import { readWhen } from "../../logs/index.ts";
import { language, refuseWords, tell } from "../language.ts";
import { timeForms } from "../logs/filter-options.ts";
import type { ParsedOptions } from "../options.ts";
import { safe } from "../runs/words.ts";
import { write } from "../terminal.ts";
import { entryText, refuse } from "./said.ts";

export function isSearch(options: ParsedOptions): boolean {
  return ["kind", "who", "subject", "since", "until"].some((name) => options.value(name) !== undefined);
}

/** `number` is 0 for all. */
export async function showFound(log: OpenLog, number: number, options: ParsedOptions): Promise<number> {
  const filter = filterOf(options);
  if (typeof filter === "number") return filter;
  const most = number === 0 ? {} : { most: number };
  const found = await findEntries(log, { ...filter, ...most, usesIndex: !options.has("no-index") });
  if (isProblem(found)) return refuse(found);
  for (const { index, entry } of found.entries) write(1, entryText(entry, index, found.size, options));
  if (found.entries.length === 0) tell("dscript: no entry is like that\n");
  return exitCode.ok;
}

export async function indexLog(options: ParsedOptions, [folder = ""]: readonly string[]): Promise<number> {
  const made = await makeIndex(folder);
  if (isProblem(made)) return refuse(made);
  if (made === undefined)
    return refuse({
      code: "LOG-06",
      message: `there can be no index in ${safe(folder)}: the folder may not be written, the disk is full, or this machine has no SQLite`,
      help: "entries are found without one, more slowly",
      kind: "output",
    });
  if (options.has("json")) write(1, `${JSON.stringify({ entries: made })}\n`);
  else write(1, language().text(`the index holds ${made} entries\n`));
  return exitCode.ok;
}

function filterOf(options: ParsedOptions): EntryFilter | number {
  const [kind, who, subject] = ["kind", "who", "subject"].map((name) => options.value(name));
  const known: readonly string[] = statementKinds;
  if (kind !== undefined && !known.includes(kind))
    return refuseWords(`there is no kind of statement ${safe(kind)}`, `there are: ${known.join(", ")}`);
  if (subject !== undefined && !/^[0-9a-f]{4,64}$/.test(subject))
    return refuseWords(
      `--subject takes a SHA-256, not ${safe(subject)}`,
      "4 to 64 small hexadecimal digits: its beginning is enough",
    );
  const times: { since?: number; until?: number } = {};
  for (const name of ["since", "until"] as const) {
    const text = options.value(name);
    if (text === undefined) continue;
    const when = readWhen(text, Date.now());
    if (when === undefined) return refuseWords(`--${name} takes a time, not ${safe(text)}`, timeForms);
    times[name] = name === "since" ? when.from : when.to;
  }
  return {
    ...(kind === undefined ? {} : { kind: kind as StatementKind }),
    ...(who === undefined ? {} : { who }),
    ...(subject === undefined ? {} : { subject }),
    ...times,
  };
}
