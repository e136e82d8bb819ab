/** `dscript runs`: a line a run, newest first. */

import { exitCode, openHistory, type RunSummary } from "../../engine/index.ts";
import { durationText } from "../../records/index.ts";
import { tell } from "../language.ts";
import { write } from "../terminal.ts";
import { endText, faultText, jsonOf, safe, timeText } from "./words.ts";

export interface ListRequest {
  /** Infinity for all. */
  readonly most: number;
  readonly failed: boolean;
  /** A part of the script's path. */
  readonly script?: string;
  readonly json: boolean;
}

/** Reads no more runs than are shown, unless a filter asks for it. */
export async function listRuns({ most, failed, script, json }: ListRequest): Promise<number> {
  const { runFolders, summaryOf, root } = await openHistory();
  const runs: RunSummary[] = [];
  let more = 0;
  for (const found of runFolders(root)) {
    if (runs.length >= most) {
      more += 1;
      continue;
    }
    const run = summaryOf(found);
    if (failed && !hasFailed(run)) continue;
    if (script !== undefined && !run.path.includes(script) && !run.script.includes(script)) continue;
    runs.push(run);
  }
  if (json) write(1, runs.map((run) => `${jsonOf(run)}\n`).join(""));
  else if (runs.length > 0) write(1, table(runs));
  else
    tell(
      `dscript: ${failed || script !== undefined ? "no run fits" : `there are no runs yet in ${root ?? "a state folder: HOME is not set"}`}\n`,
    );
  if (!json && more > 0)
    tell(`dscript: ${more} older ${more === 1 ? "run is" : "runs are"} not shown (-n 0 shows all)\n`);
  return exitCode.ok;
}

function hasFailed({ state, end }: RunSummary): boolean {
  return state === "killed" || (end !== undefined && end.code !== 0);
}

function table(runs: readonly RunSummary[]): string {
  const rows = runs.map((run) => [
    timeText(run.time),
    run.end === undefined ? "" : durationText(run.end.milliseconds),
    endText(run),
    faultText(run),
    safe(run.script),
    run.id,
  ]);
  const all = [["TIME", "DURATION", "EXIT", "FAULT", "SCRIPT", "ID"], ...rows];
  const widths = all[0]?.map((_, at) => Math.min(40, Math.max(...all.map((row) => row[at]?.length ?? 0)))) ?? [];
  return all
    .map(
      (row) =>
        `${row
          .map((cell, at) => cell.padEnd(widths[at] ?? 0))
          .join("  ")
          .trimEnd()}\n`,
    )
    .join("");
}
