/** `dscript people`: who may agree, in which roles, with which keys. */

import { placeOptions, signOptions } from "../agreement/options.ts";
import type { CliCommand } from "../command.ts";
import { refuseWords } from "../language.ts";

const naming: CliCommand = {
  name: "people add",
  operands: "ID",
  summary: "name a person, or say anew what they are",
  about: [
    "What is given stands in for what was: --role and --public-key once for each. A root key of the policy has to sign it,\nor several, where the policy asks for several: each who signs gives the same command.",
    "A key that is retired counts for what it has signed, and for nothing from now on; one that is left out counts for nothing at all.",
  ],
  options: [
    { name: "name", value: "NAME", says: "as people read it" },
    { name: "role", value: "ROLE", repeats: true, says: "a role of the person" },
    { name: "public-key", value: "KEY", repeats: true, says: "a public key, as dscript log key has shown it" },
    { name: "retire", value: "KEY-ID", repeats: true, says: "this key signs nothing from now on" },
    ...signOptions,
  ],
  examples: [["dscript people add mia --name 'Mia Sato' --role teacher --public-key MCow…", "name a person"]],
  stopsAtOperand: false,
  completes: "nothing",
  async run(options, operands) {
    if (operands.length !== 1) return refuseWords("people add needs an id", "dscript people add ID --name NAME");
    return (await import("../agreement/people.ts")).namePerson(options, operands);
  },
};

const removing: CliCommand = {
  name: "people remove",
  operands: "ID",
  summary: "take roles and keys from a person who has left: what they agreed on does not count any more",
  about: [],
  options: signOptions,
  examples: [["dscript people remove ken", "Ken has left"]],
  stopsAtOperand: false,
  completes: "nothing",
  async run(options, operands) {
    if (operands.length !== 1) return refuseWords("people remove needs an id", "dscript people remove ID");
    return (await import("../agreement/people.ts")).removePerson(options, operands);
  },
};

export const peopleCommand: CliCommand = {
  name: "people",
  operands: "[add | remove]",
  summary: "who may agree, in which roles, with which keys",
  about: [
    "Without a word, they are listed: id, name, roles, keys.",
    "Exit codes: 0; 64 the words are wrong, or you may not; 77 the log or the policy does not count.",
  ],
  options: placeOptions,
  examples: [["dscript people", "list them"]],
  stopsAtOperand: false,
  completes: () => ["add", "remove"],
  parts: [naming, removing],
  async run(options, [word]) {
    if (word !== undefined)
      return refuseWords(`there is no command people ${word}`, "dscript people --help lists them");
    return (await import("../agreement/people.ts")).listPeople(options);
  },
};
