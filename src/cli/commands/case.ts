/** `dscript case`: the argument that a script is dependable enough, as a file that is checked, compared and drawn. */

import { checkingParts } from "../case/checking.ts";
import { lookingParts } from "../case/looking.ts";
import { makingParts } from "../case/making.ts";
import type { CliCommand } from "../command.ts";
import { refuseWords } from "../language.ts";
import { languageOption } from "../shared-options.ts";

const caseParts: readonly CliCommand[] = [...makingParts, ...checkingParts, ...lookingParts];

export const caseCommand: CliCommand = {
  name: "case",
  operands: "COMMAND FILE",
  summary: "the argument that a script is dependable enough (D-Case): check, compare, draw, convert it",
  about: ["A case is a file NAME.dcase.yaml (docs/case). Every file of gsn2x 4 is one, too."],
  options: [languageOption],
  examples: [["dscript case check aspen.dcase.yaml", "what is wrong with it"]],
  stopsAtOperand: false,
  completes: () => caseParts.map(({ name }) => name.replace("case ", "")),
  parts: caseParts,
  run: async (_options, [word]) =>
    refuseWords(
      word === undefined ? "case needs a command" : `there is no command case ${word}`,
      "dscript case --help lists them",
    ),
};
