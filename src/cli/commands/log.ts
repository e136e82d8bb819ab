/** `dscript log`: signed statements in a folder that only grows, provable and exchanged by files. */

import type { CliCommand } from "../command.ts";
import { refuseWords } from "../language.ts";
import { logParts } from "../log/parts.ts";
import { languageOption } from "../shared-options.ts";

export const logCommand: CliCommand = {
  name: "log",
  operands: "COMMAND FOLDER",
  summary: "what people agreed on: a log of signed statements to which is only added",
  about: [
    "A log is a folder; nothing in it is ever changed, and any change is found (docs/agreement/log.md).",
    "Exit codes: 0; 64 the words are wrong, or something is not there or not allowed; 65 what is there is not as it should be;\n74 the disk took nothing; 75 another process writes for too long.",
  ],
  options: [languageOption],
  examples: [["dscript log verify agreements", "whether it is what was signed"]],
  stopsAtOperand: false,
  completes: () => logParts.map(({ name }) => name.replace("log ", "")),
  parts: logParts,
  run: async (_options, [word]) =>
    refuseWords(
      word === undefined ? "log needs a command" : `there is no command log ${word}`,
      "dscript log --help lists them; dscript logs reads the records of runs",
    ),
};
