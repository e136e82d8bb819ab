/** `dscript gate`: what decides whether a script may run. */

import type { CliCommand } from "../command.ts";
import { gateParts } from "../gate/parts.ts";
import { refuseWords } from "../language.ts";
import { languageOption } from "../shared-options.ts";

export const gateCommand: CliCommand = {
  name: "gate",
  operands: "COMMAND",
  summary: "what lets scripts run that people have agreed on, and no others",
  about: ["docs/agreement/gate.md has the procedure, docs/guide/security.md what it does and does not stop."],
  options: [languageOption],
  examples: [["dscript gate explain switch_over.dscript", "whether it would run, step by step"]],
  stopsAtOperand: false,
  completes: () => gateParts.map(({ name }) => name.replace("gate ", "")),
  parts: gateParts,
  run: async (_options, [word]) =>
    refuseWords(
      word === undefined ? "gate needs a command" : `there is no command gate ${word}`,
      "dscript gate --help lists them",
    ),
};
