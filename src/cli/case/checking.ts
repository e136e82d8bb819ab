/** The commands of `dscript case` that say what is wrong with a case, and what its evidence comes to. */

import { allRules, doubtsOf, profileNames } from "../../assurance/index.ts";
import type { CliCommand } from "../command.ts";
import { evidenceCommand, evidenceOptions } from "./evidence.ts";
import { colorOption, fromOption, jsonOption } from "./load.ts";
import { partOf } from "./part.ts";

const many = Number.POSITIVE_INFINITY;

const check = partOf({
  word: "check",
  operands: "FILE…",
  summary: "what is wrong with an argument, by rules with ids",
  about: [
    "Several files are the modules of one argument; what they use (`uses:`) is read as well.\nThe profile says how grave a rule is: the case's own, or `dcase`. `dscript case explain RULE` says more of a rule.",
    "Exit codes: 0 no error; 64 the words are wrong, or a file cannot be read; 76 there are errors, or with --strict warnings.",
  ],
  options: [
    { name: "profile", value: "PROFILE", choices: profileNames, says: "by whose rules" },
    {
      name: "only",
      value: "RULES",
      repeats: true,
      says: "only these rules, by their ids or families (COR), with commas",
    },
    { name: "off", value: "RULES", repeats: true, says: "not these rules" },
    { name: "also", value: "RULES", repeats: true, says: "these, too, where the profile has them off" },
    { name: "strict", says: "warnings count as errors" },
    { name: "format", value: "FORMAT", choices: ["gsn2x"], says: "word the findings as gsn2x does" },
    fromOption,
    { name: "json", says: "one JSON object a line instead of text" },
    colorOption,
  ],
  examples: [
    ["dscript case check aspen.dcase.yaml", "what is wrong with it, each with its place"],
    ["dscript case check --profile gsn3 *.gsn.yaml", "by the GSN Community Standard"],
    ["dscript case check --profile gate aspen.dcase.yaml", "as strictly as what is agreed on"],
  ],
  takes: [1, many],
  run: async (options, operands) => (await import("./check.ts")).checkCommandOf(options, operands),
});

const explain = partOf({
  word: "explain",
  operands: "[RULE…]",
  summary: "say what a rule means, with a case that breaks it and one that does not",
  about: ["Without a rule, all of them are listed. A family (COR) stands for all of its rules."],
  options: [],
  examples: [["dscript case explain COR-03", "what the rule means and what to do"]],
  takes: [0, many],
  completes: () => allRules.map(({ id }) => id),
  run: async (_options, operands) => (await import("./explain.ts")).explainRules(operands),
});

const evidence = partOf({
  word: "evidence",
  operands: "CASE | run NODE CASE -- CMD… | attach NODE CASE | monitors CASE",
  summary: "what the evidence of a case comes to; add results to it",
  about: [
    "Results are statements in in-toto's form, a line each in NAME.evidence.jsonl beside the case: docs/case/evidence.md.\n`run` runs a command and keeps what it came to; `attach` keeps what a person, a document or another program says;\n`monitors` judges the monitors' conditions on records.",
    "Exit codes: 0 all is as it should be; 1 not all is; 64 the words are wrong, or a file cannot be read; 65 a statement is none;\n74 a file cannot be written; 76 a case has errors.",
  ],
  options: [...evidenceOptions, jsonOption],
  examples: [
    ["dscript case evidence aspen.dcase.yaml", "each node's status and age"],
    ["dscript case evidence run Sn1 aspen.dcase.yaml -- python3 load.py /tmp/aspen", "a load test as evidence"],
    [
      "dscript case evidence monitors aspen.dcase.yaml --log records.jsonl",
      "which monitors hold, and what is in doubt",
    ],
  ],
  takes: [1, many],
  run: async (options, operands) => evidenceCommand(options, operands, doubtsOf),
});

export const checkingParts: readonly CliCommand[] = [check, explain, evidence];
