/** `dscript case`: the argument that a script is dependable enough, as a file that is checked, compared and drawn. */

import { colorOption, formatNames, fromOption } from "../case/load.ts";
import { partOf } from "../case/part.ts";
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

const view = partOf({
  word: "view",
  operands: "FILE",
  summary: "write a page to look around in a case",
  about: [
    "One HTML file that needs nothing else: any browser opens it, without a network. One moves and zooms in it, folds and\nunfolds, searches, and reads all that is known of a node; the arrow keys walk in it, ? shows all keys.",
    "Exit codes: 0; 64 the words are wrong, or a file cannot be read or written; 76 the file has errors.",
  ],
  options: [
    { name: "output", short: "o", value: "FILE", says: "write to FILE" },
    {
      name: "detail",
      value: "LEVEL",
      choices: ["0", "1", "2", "auto"],
      says: "at first: labels, texts as well, everything, or as much as the zoom allows",
    },
    { name: "focus", value: "LABEL", says: "at first only this node and what is below it" },
    {
      name: "theme",
      value: "THEME",
      choices: ["auto", "light", "dark"],
      says: "the colours; those of the reader's screen otherwise",
    },
    fromOption,
    colorOption,
  ],
  examples: [
    ["dscript case view aspen.dcase.yaml -o aspen.html", "then open aspen.html in a browser"],
    ["dscript case view aspen.dcase.yaml --focus G4 --lang ja -o g4.html", "a part of it, in Japanese"],
  ],
  takes: [1, 1],
  run: async (options, operands) => (await import("../case/view.ts")).viewCase(options, operands),
});

export const caseParts: readonly CliCommand[] = [fresh, convert, format, view];

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
