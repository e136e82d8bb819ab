/** Runs a campaign, shows what came of it, and leaves its results. */

import { mkdtempSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { exitCode } from "../../engine/index.ts";
import { type CampaignResult, type Report, reportOf, runCampaign } from "../../injection/index.ts";
import { language, refuseWords, tell } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { show, write } from "../terminal.ts";
import { engineWords } from "../testing/worker.ts";
import type { Chosen } from "./chosen.ts";
import { jsonText } from "./json.ts";
import { showProgress } from "./progress.ts";
import { keepResults } from "./results.ts";
import { tableText } from "./table.ts";

/** Exit codes: 0 all as expected; 1 something is not; 130, 143 ended by a signal. */
export async function runChosen({ campaign, plan, results }: Chosen, options: ParsedOptions): Promise<number> {
  const isJson = options.has("json");
  const progress = showProgress(isJson);
  const folder = results ?? mkdtempSync(join(resolve(process.env["TMPDIR"] || "/tmp"), "dscript-inject-results-"));
  const started = Date.now();
  const result = await runCampaign({
    ...{ campaign, plan, folder, engine: engineWords(), isResumed: options.has("resume") },
    onRun: progress.onRun,
  });
  progress.end();
  try {
    if ("problem" in result) return refuseWords(result.problem, result.next);
    const report = reportOf(plan, result.outcomes);
    if (isJson) write(1, jsonText(campaign, result.outcomes, report));
    else show(1, language().text(tableText(result.outcomes, report, language())));
    const kept = await keepResults({ campaign, result, report, folder, started, options, isKept: results !== null });
    sayWhatElse(result, kept);
    return codeOf(result, report, kept.isWritten);
  } finally {
    if (results === null) rmSync(folder, { recursive: true, force: true });
  }
}

interface Kept {
  readonly isWritten: boolean;
  readonly folder: string | undefined;
}

function sayWhatElse({ outcomes, onCopies, calmOutput, signal }: CampaignResult, { folder }: Kept): void {
  if (onCopies !== undefined)
    tell(`dscript: the runs were made on copies, and what else they write is the host's: ${onCopies}\n`);
  for (const note of outcomes[0]?.notes ?? []) tell(`dscript: in the worlds of these runs, ${note}\n`);
  if (calmOutput !== undefined) {
    const isDone = outcomes[0]?.end === "done";
    if (isDone) tell("dscript: the steady state does not hold without a fault: no fault was tried\n");
    else tell("dscript: without a fault the script is not done: no fault was tried\n");
    if (calmOutput.trim() !== "") tell(lastLines(calmOutput).replace(/^(?=.)/gm, "  | "));
  }
  if (signal !== undefined) tell("dscript: the campaign was ended; --resume goes on where it stopped\n");
  if (folder !== undefined) tell(`dscript: results are in ${folder}\n`);
}

// A script that fails without end has no more to say in a thousand lines.
const mostLines = 20;

function lastLines(text: string): string {
  const lines = text.trimEnd().split("\n");
  return lines.length <= mostLines ? `${lines.join("\n")}\n` : `…\n${lines.slice(-mostLines).join("\n")}\n`;
}

const signals: Readonly<Record<string, number>> = { SIGHUP: 1, SIGINT: 2, SIGUSR1: 10, SIGTERM: 15 };

function codeOf({ signal }: CampaignResult, report: Report, isWritten: boolean): number {
  if (signal !== undefined) return 128 + (signals[signal] ?? 15);
  if (!isWritten) return exitCode.output;
  return report.unexpected > 0 ? exitCode.testFailed : exitCode.ok;
}
