/** `dscript logs`: reads record files, filters and counts them, follows them, draws them. */

import type { CliCommand } from "../command.ts";
import { chartOptions } from "../logs/chart-file.ts";
import { filterOptions } from "../logs/filter-options.ts";
import { showLogs } from "../logs/show.ts";
import { viewOptions } from "../logs/view-options.ts";
import { languageOption } from "../shared-options.ts";

export const logsCommand: CliCommand = {
  name: "logs",
  operands: "[FILE…]",
  summary: "read logs: filter, count, follow, draw",
  about: [
    "FILE is a log of records, packed by gzip or not, a folder of them, or - for standard input;\nwithout one, the records of this user's runs in the state folder are read, oldest first.\nAll filters that are given must hold; of several values of one option, any.",
    "A field is class, classes, point, script, line, api, host, user, kind, errno, task, goal, label, run, owner, handled, phase,\nrisky, message, hash, trace, second, minute, hour, day, weekday, month, or arg.NAME for any key of a record.\nTimes are those of this machine.",
    "Exit codes: 0; 64 where the words are wrong or a file cannot be read; 74 where the output cannot be written.",
  ],
  options: [
    ...filterOptions,
    ...viewOptions,
    ...chartOptions,
    { name: "json", says: "records as they stand in the file, counts as JSON: one object a line" },
    { name: "color", value: "WHEN", choices: ["auto", "always", "never"], says: "colour the output" },
    languageOption,
  ],
  examples: [
    ["dscript logs --since today --unhandled", "what failed today, and nobody dealt with it"],
    ["dscript logs --count-by class,script /var/log/dscript.jsonl*", "whose faults, in which scripts"],
    ["dscript logs -f --point ErrorPoint", "the failures of all runs, as they happen"],
    ["dscript logs --since 7d --over 1h --count-by class", "failures over a week, by class"],
    [
      "dscript logs --plot processes --chart processes.svg monitor.jsonl",
      "what a monitor measured, with failures marked",
    ],
    ["dscript logs --json --class System | jq .Message", "records for other programs"],
  ],
  stopsAtOperand: false,
  completes: "files",
  run: showLogs,
};
