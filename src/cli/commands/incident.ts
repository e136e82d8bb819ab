/** `dscript incident`: from the records of an incident back to its cause. */

import type { CliCommand } from "../command.ts";
import { showIncidents } from "../incident/show.ts";
import { languageOption } from "../shared-options.ts";

export const incidentCommand: CliCommand = {
  name: "incident",
  operands: "[FILE…]",
  summary: "build the chain from fault to failure out of logs",
  about: [
    "FILE is a log of records, of any script and host, packed by gzip or not, a folder of them, or - for standard input;\nwithout one, the records of this user's runs in the state folder are read.",
    "A fault is a cause, an error a deviating state, a failure the missing service. What a record or a sample shows is a\nconfirmed link; what time and class only suggest is an assumed one, with a score from 0 to 1. Where the first fault is\nnot known, its candidates are listed, and what would serve all of them.",
    "Exit codes: 0; 64 where the words are wrong or a file cannot be read; 74 where the output cannot be written.",
  ],
  options: [
    { name: "since", value: "TIME", says: "from this time on: as for `dscript logs`" },
    { name: "until", value: "TIME", says: "up to this time" },
    { name: "around", value: "TIME", says: "from 30 minutes ahead of this time to 30 minutes behind it" },
    { name: "number", short: "n", value: "N", says: "show at most N incidents; 3 otherwise" },
    { name: "svg", value: "FILE", says: "draw the first incident into FILE as SVG" },
    { name: "png", value: "FILE", says: "draw the first incident into FILE as PNG" },
    { name: "theme", value: "THEME", choices: ["light", "dark"], says: "the picture's colours" },
    { name: "json", says: "one JSON object an incident instead of text" },
    { name: "color", value: "WHEN", choices: ["auto", "always", "never"], says: "colour the output" },
    languageOption,
  ],
  examples: [
    ["dscript incident --around 10:42 /var/log/dscript.jsonl web1.jsonl", "what led to the failure at 10:42"],
    ["dscript incident --since today --png incident.png --lang ja", "a picture for a talk, in Japanese"],
  ],
  stopsAtOperand: false,
  completes: "files",
  run: showIncidents,
};
