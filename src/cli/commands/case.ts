/** `dscript case`: the D-Case of a script. */

import { evidenceCommand, evidenceOptions } from "../case/evidence.ts";
import { instantiateCommand, instantiateOptions } from "../case/instantiate.ts";
import { scaffoldCommand, scaffoldOptions } from "../case/scaffold.ts";
import { stubsCommand } from "../case/stubs.ts";
import type { CliCommand } from "../command.ts";
import { refuseWords } from "../language.ts";
import { languageOption } from "../shared-options.ts";

const words = ["scaffold", "stubs", "instantiate", "evidence"] as const;

export const caseCommand: CliCommand = {
  name: "case",
  operands: "WORD …",
  summary: "make and keep the argument that a script is dependable enough",
  about: [],
  options: [
    ...scaffoldOptions.filter(({ name }) => instantiateOptions.every((each) => each.name !== name)),
    ...instantiateOptions,
    ...evidenceOptions,
    { name: "json", says: "one JSON object a line instead of text" },
    languageOption,
  ],
  examples: [],
  stopsAtOperand: false,
  completes: () => words,
  async run(options, operands) {
    const [word, ...rest] = operands;
    if (word === "scaffold") return scaffoldCommand(options, rest);
    if (word === "stubs") return stubsCommand(options, rest);
    if (word === "instantiate") return instantiateCommand(options, rest);
    if (word === "evidence") return evidenceCommand(options, rest);
    return refuseWords(`case has no ${word ?? "word"}`, `it has ${words.join(", ")}`);
  },
};
