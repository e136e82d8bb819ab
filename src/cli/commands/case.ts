/** `dscript case`: the argument that a script is dependable enough, as a file that is checked, compared and drawn. */

import { allRules, doubtsOf, profileNames } from "../../assurance/index.ts";
import { evidenceCommand, evidenceOptions } from "../case/evidence.ts";
import { instantiateCommand, instantiateOptions } from "../case/instantiate.ts";
import { colorOption, formatNames, fromOption, jsonOption } from "../case/load.ts";
import { partOf } from "../case/part.ts";
import { viewOptions } from "../case/view-options.ts";
import type { CliCommand } from "../command.ts";
import { refuseWords } from "../language.ts";
import { languageOption } from "../shared-options.ts";

const many = Number.POSITIVE_INFINITY;

const fresh = partOf({
  word: "new",
  operands: "NAME",
  summary: "write a first case, NAME.dcase.yaml",
  about: ["Never overwrites: a file that is there already stays as it is."],
  options: [],
  examples: [["dscript case new shop", "then edit it, and `dscript case check` it"]],
  takes: [1, 1],
  run: async (_options, operands) => (await import("../case/new.ts")).newCase(operands),
});

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
  run: async (options, operands) => (await import("../case/check.ts")).checkCommandOf(options, operands),
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
  run: async (_options, operands) => (await import("../case/explain.ts")).explainRules(operands),
});

const convert = partOf({
  word: "convert",
  operands: "FILE",
  summary: "write a case in another format",
  about: [
    "To standard output, or with -o to a file whose name says the format. What the format cannot hold is told on the error output.",
    "Exit codes: 0; 64 the words are wrong, or a file cannot be read or written; 65 with --strict where something is lost;\n76 the file has errors.",
  ],
  options: [
    {
      name: "to",
      value: "FORMAT",
      choices: formatNames,
      says: "the format, where the name of the file does not say it",
    },
    { name: "output", short: "o", value: "FILE", says: "write to FILE" },
    fromOption,
    { name: "strict", says: "exit with 65 where the format cannot hold all of the case" },
    colorOption,
  ],
  examples: [
    ["dscript case convert old.wgsn -o aspen.dcase.yaml", "a case that AssureNote wrote"],
    ["dscript case convert aspen.dcase.yaml --to json | jq .nodes", "for programs"],
  ],
  takes: [1, 1],
  run: async (options, operands) => (await import("../case/convert.ts")).convertCase(options, operands),
});

const format = partOf({
  word: "fmt",
  operands: "FILE…",
  summary: "put cases into the one form, in place; comments stay",
  about: [
    "Keys in their order, two blanks a level, one empty line between nodes. What the case says does not change.",
    "Exit codes: 0; 1 with --check where a file is not formatted; 64 a file cannot be read or written; 76 it has errors.",
  ],
  options: [{ name: "check", says: "write nothing, name the files that would change" }, colorOption],
  examples: [["dscript case fmt aspen.dcase.yaml", "this case"]],
  takes: [1, many],
  run: async (options, operands) => (await import("../case/format.ts")).formatCases(options, operands),
});

const diff = partOf({
  word: "diff",
  operands: "FILE | OLD NEW",
  summary: "what differs between two cases, node by node and word by word",
  about: [
    "Nodes are known by their uids, whatever their labels and places are. A FILE alone is compared with what git has of it;\nREVISION:FILE (HEAD~2:aspen.dcase.yaml) is a file as git had it.",
    "Exit codes: 0 they argue the same; 1 they differ; 64 the words are wrong, or a file cannot be read; 76 one has errors.",
  ],
  options: [fromOption, jsonOption, colorOption],
  examples: [
    ["dscript case diff aspen.dcase.yaml", "what has changed since the last commit"],
    ["dscript case diff old.wgsn aspen.dcase.yaml", "between two files, in any format"],
  ],
  takes: [1, 2],
  run: async (options, operands) => (await import("../case/diff.ts")).diffCases(options, operands),
});

const render = partOf({
  word: "render",
  operands: "FILE",
  summary: "draw a case",
  about: [
    "In GSN's shapes, with the status of each node by icon and words. Without -o, SVG goes to standard output.\nAn SVG holds its case: dscript case convert picture.svg --to yaml reads it again.",
    "Exit codes: 0; 64 the words are wrong, or a file cannot be read or written; 76 the file has errors.",
  ],
  options: [
    { name: "output", short: "o", value: "FILE", says: "write to FILE, whose name ends in .svg or .png" },
    {
      name: "format",
      value: "FORMAT",
      choices: ["svg", "png", "pdf", "markdown", "mermaid"],
      says: "what is written, where the name does not say it",
    },
    ...viewOptions,
    { name: "legend", says: "what the shapes mean, below the picture" },
    {
      name: "theme",
      value: "THEME",
      choices: ["light", "dark"],
      says: "the colours; SVG follows the reader's screen otherwise",
    },
    fromOption,
    colorOption,
  ],
  examples: [
    ["dscript case render aspen.dcase.yaml -o aspen.svg", "a picture for a browser, a page or a printer"],
    [
      "dscript case render aspen.dcase.yaml -o g4.png --focus G4 --detail 2 --lang ja",
      "a part of it, with all that is known, in Japanese",
    ],
  ],
  takes: [1, 1],
  run: async (options, operands) => (await import("../case/render.ts")).renderCase(options, operands),
});

const fill = partOf({
  word: "instantiate",
  operands: "[PATTERN]",
  summary: "make a case from a pattern, or make it again where people went on writing",
  about: [
    "PATTERN is one that comes with dscript, or a file. Without one, the patterns are listed.\nWhat people changed in an instance stays, and is told.",
    "Exit codes: 0; 64 the words are wrong; 65 arguments are wrong, or a case or pattern cannot be read; 74 a file cannot be written.",
  ],
  options: [...instantiateOptions, jsonOption],
  examples: [
    ["dscript case instantiate", "the patterns that there are"],
    ["dscript case instantiate backup --args shop.args.yaml -o shop.dcase.yaml", "a case of a pattern"],
  ],
  takes: [0, 1],
  run: instantiateCommand,
});

const evidence = partOf({
  word: "evidence",
  operands: "CASE | run NODE CASE -- CMD… | attach NODE CASE | monitors CASE",
  summary: "what the evidence of a case comes to; add results to it",
  about: [
    "Results are statements in in-toto's form, a line each in NAME.evidence.jsonl beside the case: docs/case/evidence.md.\n`run` runs a command and keeps what it came to; `attach` keeps what a person, a document or another program says;\n`monitors` judges the monitors' conditions on records.",
    "Exit codes: 0 all is as it should be; 1 not all is; 64 the words are wrong; 65 a case cannot be read; 74 a file cannot be written.",
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

const merge = partOf({
  word: "merge",
  operands: "BASE OURS THEIRS",
  summary: "put together what two people made of one case",
  about: [
    "Nodes are known by their uids; independent changes go together, also within one text. Where they do not, ours stays and the place is told.\nFor git: `*.dcase.yaml merge=dcase` in .gitattributes, and git config merge.dcase.driver 'dscript case merge %O %A %B -o %A'.",
    "Exit codes: 0 all went together; 1 some did not; 64 the words are wrong, or a file cannot be read or written; 76 one has errors.",
  ],
  options: [{ name: "output", short: "o", value: "FILE", says: "write to FILE" }, fromOption, jsonOption, colorOption],
  examples: [["dscript case merge base.dcase.yaml mine.dcase.yaml yours.dcase.yaml -o mine.dcase.yaml", "into mine"]],
  takes: [3, 3],
  run: async (options, operands) => (await import("../case/merge.ts")).mergeFiles(options, operands),
});

const log = partOf({
  word: "log",
  operands: "FILE",
  summary: "how a case came about: who said what, when",
  about: [
    "By the revisions in the file (WGSN, JSON), or by the commits that git has of it, newest first.",
    "Exit codes: 0; 64 the words are wrong, or the file cannot be read; 76 it has errors.",
  ],
  options: [
    { name: "blame", says: "a line a node: who added it, and who changed it last" },
    fromOption,
    jsonOption,
    colorOption,
  ],
  examples: [["dscript case log aspen.dcase.yaml --blame", "who answers for which node"]],
  takes: [1, 1],
  run: async (options, operands) => (await import("../case/log.ts")).logOf(options, operands),
});

const stats = partOf({
  word: "stats",
  operands: "FILE",
  summary: "how large a case is, what is left to do, and its digest",
  about: ["Exit codes: 0; 64 the words are wrong, or the file cannot be read; 76 it has errors."],
  options: [fromOption, jsonOption, colorOption],
  examples: [["dscript case stats aspen.dcase.yaml", "numbers of nodes, depth, languages, evidence, and the digest"]],
  takes: [1, 1],
  run: async (options, operands) => (await import("../case/stats.ts")).statsOfCase(options, operands),
});

export const caseParts: readonly CliCommand[] = [
  fresh,
  check,
  explain,
  format,
  diff,
  merge,
  log,
  stats,
  render,
  convert,
  fill,
  evidence,
];

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
