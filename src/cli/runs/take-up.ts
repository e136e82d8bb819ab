/** What `resume` and `undo` have in common: which run, and how its end is told. */

import { existsSync } from "node:fs";
import { join } from "node:path";
import { exitCode, isUnprepared, openUnfinished, startTakenUp } from "../../engine/index.ts";
import { gateOpening, gateOptions } from "../gate/opening.ts";
import { refuseWords, tell } from "../language.ts";
import type { OptionRow, ParsedOptions } from "../options.ts";
import { present } from "../present.ts";
import { consoleReporter } from "../reporter.ts";
import { languageOption, sharedOptions } from "../shared-options.ts";
import { type FoundRun, findRun } from "./find.ts";

export const takeUpOptions: readonly OptionRow[] = [
  {
    name: "log",
    value: "SINK",
    repeats: true,
    forms: ["file:", "syslog:", "stderr"],
    says: "also write records there",
  },
  ...gateOptions,
  { name: "no-notify", says: "tell nobody of a fault, whatever on_fault in dscript.yaml says" },
  { name: "echo", short: "x", says: "show each command ahead of its start, secrets masked" },
  { name: "json", says: "one JSON object a line instead of text" },
  { name: "color", value: "WHEN", choices: ["auto", "always", "never"], says: "colour the output" },
  languageOption,
];

/** Takes up the run that is named; without a name the only one that is unfinished. */
export async function takeUpRun(
  aim: "finish" | "undo",
  options: ParsedOptions,
  operands: readonly string[],
): Promise<number> {
  const [wanted, ...more] = operands;
  const word = aim === "finish" ? "resume" : "undo";
  if (more.length > 0) return refuseWords(`${word} takes one run`, `dscript ${word} RUN`);
  const run = wanted === undefined ? await onlyUnfinished(word) : await findRun(wanted, ...(await meantByLast(aim)));
  if (typeof run === "number") return run;
  const reporter = consoleReporter(sharedOptions(options));
  const outcome = await startTakenUp({
    ...{ run, aim, reporter, present },
    sinks: options.values("log"),
    echo: options.has("echo"),
    notify: !options.has("no-notify"),
    gate: gateOpening(options),
  });
  if (isUnprepared(outcome)) {
    if (outcome.problem !== undefined) reporter.problem(undefined, outcome.problem);
    return outcome.code;
  }
  if (outcome.code === exitCode.ok)
    tell(`dscript: run ${run.id} ${aim === "finish" ? "is finished" : "is taken back"}\n`);
  return outcome.code;
}

/** Of runs without plans there is nothing to take up, and nothing to take back of those that were taken back. */
async function meantByLast(aim: "finish" | "undo"): Promise<readonly ((folder: string) => boolean)[]> {
  const { isTakenBack } = await openUnfinished();
  const hasJournal = (folder: string): boolean => existsSync(join(folder, "journal"));
  return aim === "finish" ? [hasJournal] : [(folder) => hasJournal(folder) && !isTakenBack(folder), hasJournal];
}

async function onlyUnfinished(word: string): Promise<FoundRun | number> {
  const { unfinishedRuns, root } = await openUnfinished();
  const all = unfinishedRuns(root);
  const [only] = all;
  if (only !== undefined && all.length === 1) return only;
  const problem = only === undefined ? "no run is unfinished" : `${all.length} runs are unfinished: say which`;
  return refuseWords(problem, `dscript ${word} RUN; dscript runs --unfinished lists them`);
}
