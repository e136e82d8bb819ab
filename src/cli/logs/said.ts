/** What is said beside the records: lines that are none, sources that cannot be read, values that no record has. */

import { nearest } from "../../diagnostics/index.ts";
import type { MissingSource, ReadCounts, Trouble, Unmet } from "../../logs/index.ts";
import { errnoByName } from "../../records/index.ts";
import { tell } from "../language.ts";
import { safe } from "../runs/words.ts";

/** Counts what was no record; nothing where all was. */
export function tellCounts({ foreign, torn, long }: ReadCounts): void {
  if (torn > 0)
    tell(torn === 1 ? "dscript: 1 line is torn and left out\n" : `dscript: ${torn} lines are torn and left out\n`);
  if (foreign > 0)
    tell(
      foreign === 1
        ? "dscript: 1 line is no record and left out\n"
        : `dscript: ${foreign} lines are no records and left out\n`,
    );
  if (long > 0)
    tell(
      long === 1
        ? "dscript: 1 line is longer than 4 MiB and left out\n"
        : `dscript: ${long} lines are longer than 4 MiB and left out\n`,
    );
}

/** One line a source that could not be read, or not to its end. */
export function tellTroubles(troubles: readonly (Trouble | MissingSource)[]): void {
  for (const { path, code } of troubles) tell(`dscript: ${trouble(safe(path), code)}\n`);
}

function trouble(path: string, code: string): string {
  if (code === "EMPTY")
    return `the folder ${path} holds no log (files named *.jsonl, *.ndjson or *.log, packed and rotated ones too)`;
  if (code === "torn-gzip") return `${path} is torn: what could be unpacked of it was read`;
  if (code === "broken-gzip") return `${path} cannot be unpacked further: it is damaged`;
  const program = code.startsWith("packed:") ? code.slice("packed:".length) : undefined;
  if (program !== undefined) return `${path} is packed by ${program}: ${program} -dc ${path} | dscript logs -`;
  return `${path} cannot be read: ${errnoByName(code)?.text ?? code}`;
}

/** Names the values of records that are near to one that none has. */
export function tellUnmet(unmet: readonly Unmet[]): void {
  for (const { name, wanted, seen } of unmet) {
    const value = safe(wanted.join(", "));
    const meant = wanted.flatMap((one) => nearestOf(one, seen) ?? [])[0];
    const shown = [...seen.slice(0, 8).map(safe), ...(seen.length > 8 ? ["…"] : [])].join(", ");
    const next = meant !== undefined ? `did you mean ${safe(meant)}?` : `there are: ${shown}`;
    tell(`dscript: no record has the ${name} ${value}\n${seen.length === 0 ? "" : `  ${next}\n`}`);
  }
}

/** The nearest value: by its letters, those of a path's last part, or because one holds the other. */
function nearestOf(wanted: string, seen: readonly string[]): string | undefined {
  const stem = (value: string): string => value.replace(/^.*\//, "").replace(/\.\w+$/, "");
  const byLetters = nearest(wanted, seen);
  if (byLetters !== undefined) return byLetters;
  const byStem = nearest(stem(wanted), seen.map(stem));
  if (byStem !== undefined) return seen.find((value) => stem(value) === byStem);
  const one = wanted.toLowerCase();
  return one.length < 3
    ? undefined
    : seen.find((value) => value.toLowerCase().includes(one) || one.includes(value.toLowerCase()));
}
