/** `dscript resume`: finishes the plan of a run whose engine ended. */

import type { CliCommand } from "../command.ts";
import { takeUpOptions, takeUpRun } from "../runs/take-up.ts";

export const resumeCommand: CliCommand = {
  name: "resume",
  operands: "[RUN]",
  summary: "finish a plan whose engine was killed",
  about: [
    "RUN is an id, a part of one that only one run has, or `last`; without it, the only run that is unfinished.\nThe script is run again with its arguments, directory and environment. Tasks that are done are not run twice;\none that was under way is asked by its `post`, and where that does not hold, taken back and run again.\nWhat stands outside of tasks is run again.",
    "A script that has changed since is refused, with the difference (exit code 76); a run that another engine is at, too (75).",
  ],
  options: takeUpOptions,
  examples: [
    ["dscript resume", "go on with the only unfinished run"],
    ["dscript resume 01JD", "go on with the run whose id holds 01JD"],
  ],
  stopsAtOperand: false,
  completes: "nothing",
  run: (options, operands) => takeUpRun("finish", options, operands),
};
