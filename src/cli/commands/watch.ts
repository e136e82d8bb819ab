/** `dscript watch`: runs a script's top level, then has its monitors look, and does what follows from what they see. */

import type { CliCommand } from "../command.ts";
import { refuseWords } from "../language.ts";
import { runCommand, startFrom } from "./run.ts";

export const watchCommand: CliCommand = {
  name: "watch",
  operands: "FILE [ARG…]",
  summary: "run the monitors of a script, and what follows from what they see",
  about: [
    "The script's top level is run first, with the words after FILE as its ARGV. Then each `monitor` looks once a period,\nand each `when` is judged by the new values: its block runs where its condition holds, within its `at most`.\nOutside of the schedule of a `context` no block runs; the monitors go on.",
    "The watch goes on until a signal, --for, or an `exit` of the script ends it; a block that fails is told, and does not end it.\nA script has one watcher on a host: a second one ends with 75. How often a block ran is kept over restarts.",
    "Exit codes: 0 the time of --for is over; 64 usage, or a script without monitors; 75 another process watches it;\n130, 143 ended by a signal; else those of `dscript run`.",
  ],
  options: [
    { name: "for", value: "DURATION", says: "end the watch after this time (10m, 8h)" },
    ...runCommand.options.filter(({ name }) => name !== "max-time"),
  ],
  examples: [
    ["dscript watch web.dscript", "watch, until Ctrl-C"],
    ["dscript watch --for 8h --log syslog: web.dscript", "for a working day, with records to the system's log"],
    ["dscript logs --point PeriodicPoint", "what monitors have seen"],
  ],
  stopsAtOperand: true,
  completes: "scripts",
  async run(options, operands) {
    if (operands[0] === undefined) return refuseWords("watch needs a script", "dscript watch FILE [ARG…]");
    return startFrom(options, operands, "for");
  },
};
