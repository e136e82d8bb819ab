/** Runs of a campaign as lines and tables for a person. */

import { escapeText } from "../../diagnostics/index.ts";
import type { RunOutcome } from "../../injection/index.ts";

/** "SystemFault 0.93"; a dash where nothing failed. */
export function verdictText({ verdict }: RunOutcome): string {
  const first = verdict?.ranked[0];
  return first === undefined ? "-" : `${first.class} ${first.p.toFixed(2)}`;
}

/** "failed", "over time", "not possible". */
export function endText({ state, end, over }: RunOutcome, say: (text: string) => string): string {
  if (state !== "ran") return say(state === "trouble" ? "could not run" : state);
  return say(over === undefined ? (end ?? "failed") : `over ${over}`);
}

/** Columns of texts, the last one open; names and values in them cannot steer the terminal. */
export function columns(rows: readonly (readonly string[])[], widthOf: (text: string) => number): string {
  const safe = rows.map((row) => row.map((cell) => escapeText(cell)));
  const widths = (safe[0] ?? []).map((_, at) => Math.min(72, Math.max(...safe.map((row) => widthOf(row[at] ?? "")))));
  const padded = (cell: string, width: number): string => cell + " ".repeat(Math.max(0, width - widthOf(cell)));
  return safe
    .map(
      (row) =>
        `${row
          .map((cell, at) => padded(cell, widths[at] ?? 0))
          .join("  ")
          .trimEnd()}\n`,
    )
    .join("");
}
