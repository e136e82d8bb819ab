/** `dscript runs prune`: removes old runs, or shows which would go. */

import { exitCode, openHistory, type Retention, type RunSummary, usualRetention } from "../../engine/index.ts";
import { readDuration, readSize } from "../../records/index.ts";
import { language, refuseWords, tell } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { write } from "../terminal.ts";
import { endText, jsonOf, safe, sizeText, timeText } from "./words.ts";

export async function pruneRuns(options: ParsedOptions): Promise<number> {
  const limits = await limitsFrom(options);
  if (typeof limits === "string")
    return refuseWords(limits, "dscript runs prune --keep 200 --older-than 30d --size 100MiB");
  const { pruneRuns: prune, root } = await openHistory();
  const dryRun = options.has("dry-run");
  const { removed, stay, failed } = prune({ root, limits, dryRun, patience: Number.POSITIVE_INFINITY });
  if (options.has("json")) write(1, removed.map((run) => `${jsonOf(run)}\n`).join(""));
  else {
    if (dryRun) write(1, removed.map(lineOf).join(""));
    const bytes = removed.reduce((sum, run) => sum + run.bytes, 0);
    const count = `${removed.length} ${removed.length === 1 ? "run" : "runs"}`;
    write(
      1,
      language().text(
        `${dryRun ? "would remove" : "removed"} ${count}, ${sizeText(bytes)}; ${stay} ${stay === 1 ? "stays" : "stay"}\n`,
      ),
    );
  }
  for (const problem of failed) tell(`dscript: cannot remove ${problem}\n`);
  return failed.length === 0 ? exitCode.ok : exitCode.cannotRemove;
}

/** The limits that were asked for; without any, those of the configuration. A text says what is wrong. */
async function limitsFrom(options: ParsedOptions): Promise<Retention | string> {
  const [keep, age, size] = [options.value("keep"), options.value("older-than"), options.value("size")];
  if (keep === undefined && age === undefined && size === undefined) {
    const usual = await usualRetention();
    if (usual === undefined) return "dscript.yaml has mistakes: dscript check shows them; or give limits";
    return usual ?? "dscript.yaml says retention: none, so that limits are needed";
  }
  if (keep !== undefined && !/^\d{1,9}$/.test(keep)) return `--keep takes a number of runs, not ${keep}`;
  const olderThan = age === undefined ? Number.POSITIVE_INFINITY : readDuration(age);
  if (olderThan === undefined) return `--older-than takes a duration with its unit (ms s m h d), not ${age}`;
  const bytes = size === undefined ? Number.POSITIVE_INFINITY : readSize(size);
  if (bytes === undefined) return `--size takes a size with its unit (B KB MB GB KiB MiB GiB), not ${size}`;
  return { keep: keep === undefined ? Number.POSITIVE_INFINITY : Number(keep), olderThan, size: bytes };
}

function lineOf(run: RunSummary): string {
  return `${timeText(run.time)}  ${endText(run).padEnd(7)}  ${sizeText(run.bytes).padStart(9)}  ${safe(run.script)}  ${run.id}\n`;
}
