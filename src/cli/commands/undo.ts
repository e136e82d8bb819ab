/** `dscript undo`: takes back what the plan of a run did. */

import type { CliCommand } from "../command.ts";
import { takeUpOptions, takeUpRun } from "../runs/take-up.ts";

export const undoCommand: CliCommand = {
  name: "undo",
  operands: "[RUN]",
  summary: "take back what the plan of a run did",
  about: [
    "RUN is an id, a part of one that only one run has, or `last`; without it, the only run that is unfinished.\nThe tasks of its unfinished plan, or else of its last one, are undone in reverse order, each with the values that it had.\nWhat stands outside of tasks is run again on the way there.",
    "Exit codes: 0; 74 an undo failed: what is left to do by hand is told, in order; 75 another engine is at it; 76 the script has changed.",
  ],
  options: takeUpOptions,
  examples: [
    ["dscript undo", "take back the only unfinished run"],
    ["dscript undo last", "take back what the last run did"],
  ],
  stopsAtOperand: false,
  completes: "nothing",
  run: (options, operands) => takeUpRun("undo", options, operands),
};
