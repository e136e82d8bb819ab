/** `dscript abandon`: gives up an unfinished run; what it did stays. */

import { exitCode, openUnfinished } from "../../engine/index.ts";
import type { CliCommand } from "../command.ts";
import { refuseWords, tell } from "../language.ts";
import { findRun } from "../runs/find.ts";
import { languageOption } from "../shared-options.ts";

export const abandonCommand: CliCommand = {
  name: "abandon",
  operands: "RUN",
  summary: "give up an unfinished run; what it did stays",
  about: [
    "RUN is an id, a part of one that only one run has, or `last`. Its plans are neither finished nor taken back:\nnothing of them is changed, and nobody is told of them any more. Its journal and its records stay.",
  ],
  options: [languageOption],
  examples: [["dscript abandon 01JD", "give up the run whose id holds 01JD"]],
  stopsAtOperand: false,
  completes: "nothing",
  async run(_options, operands) {
    const [wanted, ...more] = operands;
    if (wanted === undefined || more.length > 0) return refuseWords("abandon takes one run", "dscript abandon RUN");
    const run = await findRun(wanted);
    if (typeof run === "number") return run;
    const { forgetTransactions, unfinishedRuns, unmark, root } = await openUnfinished();
    const found = unfinishedRuns(root).find(({ id }) => id === run.id);
    if (found === undefined)
      return refuseWords(`run ${run.id} is not unfinished`, "dscript runs --unfinished lists them");
    await forgetTransactions(run.root, run.id);
    unmark(run.root, run.id);
    tell(`dscript: run ${run.id} is given up: what its plans did stays\n`);
    return exitCode.ok;
  },
};
