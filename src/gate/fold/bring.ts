/** Brings what is remembered of a log up to its newest signed state: only what is new is read, and all of it is checked. */

import { readEnvelope, writeLogKey } from "../../agreement/index.ts";
import { type Core, type Reason, reason, take } from "../../consent/index.ts";
import { entriesFrom, isProblem, type LogProblem, openLog, sha256 } from "../../ledger/index.ts";
import { hashBytes } from "../hash.ts";
import type { Memory, Seen } from "../memory/memory.ts";
import { entryOf } from "./entry.ts";

export interface Brought {
  readonly core: Core;
  readonly log: NonNullable<Seen["log"]>;
  /** Entries that do not count, with why: of those that were new now. */
  readonly passedOver: readonly { readonly entry: number; readonly why: string }[];
}

/** `trusted`: keys of logs that count, as words; empty for the one that was seen first. */
export function bringUpToDate(
  folder: string,
  memory: Memory,
  seen: Seen,
  trusted: readonly string[],
  now = Date.now(),
): Brought | Reason {
  const log = openLog(folder, seen.log === undefined ? undefined : Buffer.from(seen.log.root, "base64"));
  if (isProblem(log)) return reasonOf(log);
  try {
    const key = writeLogKey(log.header.key, sha256);
    const counting = trusted.length > 0 ? trusted : seen.log === undefined ? [key] : [seen.log.key];
    if (!counting.includes(key)) return reason("DS6052", `${folder} is signed by ${key}, which does not count here`);
    const { size, root } = log.checkpoint;
    if (seen.log !== undefined && size < seen.log.size)
      return reason("DS6053", `${folder} has ${size} entries, and had ${seen.log.size} when it was seen last`);
    const known = memory.core(key);
    // What was seen binds also where it is not remembered what it said.
    const from = known.core.size === 0 ? seenFrom(seen) : undefined;
    const grown = from === undefined ? undefined : entriesFrom(log, from);
    if (isProblem(grown)) return reasonOf(grown);
    const start = known.core.size === 0 ? 0 : { size: known.core.size, root: Buffer.from(known.root, "base64") };
    const passedOver = takeFrom(log, start, known.core, { memory, now });
    if (!Array.isArray(passedOver)) return passedOver as Reason;
    const encoded = Buffer.from(root).toString("base64");
    if (known.root !== encoded) memory.keep(key, known.core, encoded);
    return { core: known.core, log: { key, size, root: encoded }, passedOver };
  } finally {
    log.close();
  }
}

function seenFrom({ log }: Seen) {
  return log === undefined || log.size === 0 ? undefined : { size: log.size, root: Buffer.from(log.root, "base64") };
}

function takeFrom(
  log: Parameters<typeof entriesFrom>[0],
  start: Parameters<typeof entriesFrom>[1],
  core: Core,
  { memory, now }: { readonly memory: Memory; readonly now: number },
): { entry: number; why: string }[] | Reason {
  const found = entriesFrom(log, start);
  if (isProblem(found)) return reasonOf(found);
  const passedOver: { entry: number; why: string }[] = [];
  for (const each of found.entries) {
    if (isProblem(each)) return reasonOf(each);
    const reading = readEnvelope(each.entry);
    if (!reading.ok) return reason("DS6055", `entry ${each.index} is no signed statement: ${reading.trouble.message}`);
    const entry = entryOf(reading.envelope, each.index);
    const why = take({ core, shelves: memory, now, hashOf: hashBytes, entry });
    if (why !== undefined) passedOver.push({ entry: each.index, why });
  }
  return passedOver;
}

/** What a log's own trouble is to the gate. */
function reasonOf({ code, message, help }: LogProblem): Reason {
  if (code === "LOG-04" || code === "LOG-06") return reason("DS6051", message, { help });
  if (code === "LOG-07") return reason("DS6052", message, { help });
  return code === "LOG-18" ? reason("DS6053", message, { help }) : reason("DS6055", message, { help });
}
