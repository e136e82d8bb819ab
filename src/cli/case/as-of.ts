/** The time as of which a command judges. */

import { readWhen } from "../../logs/index.ts";
import { timeForms, type WordMistake } from "../logs/filter-options.ts";
import type { ParsedOptions } from "../options.ts";

/** Milliseconds since the epoch: what `--at` says, else now; a day counts to its end. */
export function momentOf(options: ParsedOptions): number | WordMistake {
  const now = Date.now();
  const text = options.value("at");
  if (text === undefined) return now;
  const found = readWhen(text, now);
  if (found === undefined) return { problem: `--at takes a time, not ${text === "" ? '""' : text}`, next: timeForms };
  return Math.max(found.from, found.to - 1);
}
