/** The commands of `dscript case` that make cases: anew, from patterns and scripts, in other formats, of two of them. */

import type { CliCommand } from "../command.ts";
import { instantiateCommand, instantiateOptions } from "./instantiate.ts";
import { colorOption, formatNames, fromOption, jsonOption } from "./load.ts";
import { partOf } from "./part.ts";
import { scaffoldCommand, scaffoldOptions } from "./scaffold.ts";
import { stubsCommand, stubsOptions } from "./stubs.ts";

const many = Number.POSITIVE_INFINITY;

const fresh = partOf({
  word: "new",
  operands: "NAME",
  summary: "write a first case, NAME.dcase.yaml",
  about: ["Never overwrites: a file that is there already stays as it is."],
  options: [],
  examples: [["dscript case new shop", "then edit it, and `dscript case check` it"]],
  takes: [1, 1],
  run: async (_options, operands) => (await import("./new.ts")).newCase(operands),
});

const fill = partOf({
  word: "instantiate",
  operands: "[PATTERN]",
  summary: "make a case from a pattern, or make it again where people went on writing",
  about: [
    "PATTERN is one that comes with dscript, or a file. Without one, the patterns are listed.\nWhat people changed in an instance stays, and is told.",
    "Exit codes: 0; 64 the words are wrong, or a file cannot be read; 65 arguments are wrong; 74 a file cannot be written;\n76 a case or pattern has errors.",
  ],
  options: [...instantiateOptions, jsonOption],
  examples: [
    ["dscript case instantiate", "the patterns that there are"],
    ["dscript case instantiate backup --args shop.args.yaml -o shop.dcase.yaml", "a case of a pattern"],
  ],
  takes: [0, 1],
  run: instantiateCommand,
});

const scaffold = partOf({
  word: "scaffold",
  operands: "SCRIPT",
  summary: "draft a case from a script, or bring one up to it",
  about: [
    "Tasks become goals, `pre` and `post` what is argued over, constants, parameters and schedules contexts: docs/case/scaffold.md.\nWith --into, what is new is added and what vanished is told; nothing that people wrote is changed.",
    "Exit codes: 0; 64 the words are wrong, or a file cannot be read; 74 a file cannot be written; 76 the script or the case has errors.",
  ],
  options: [...scaffoldOptions],
  examples: [["dscript case scaffold backup.dscript -o backup.dcase.yaml", "a first case"]],
  takes: [1, 1],
  completes: "scripts",
  run: scaffoldCommand,
});

const stubs = partOf({
  word: "stubs",
  operands: "CASE [SCRIPT]",
  summary: "draft a script from a case, or add to one what it lacks",
  about: [
    "Goals become tasks, each of them, with what is to be written marked by TODO: docs/case/scaffold.md.\nWith a SCRIPT, only what it lacks is added to its end.",
    "Exit codes: 0; 64 the words are wrong, or a file cannot be read; 65 the case holds no goal; 74 a file cannot be written;\n76 the script or the case has errors.",
  ],
  options: [...stubsOptions],
  examples: [["dscript case stubs backup.dcase.yaml -o backup.dscript", "a first script"]],
  takes: [1, 2],
  run: stubsCommand,
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
  run: async (options, operands) => (await import("./format.ts")).formatCases(options, operands),
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
  run: async (options, operands) => (await import("./convert.ts")).convertCase(options, operands),
});

const merge = partOf({
  word: "merge",
  operands: "BASE OURS THEIRS",
  summary: "put together what two people made of one case",
  about: [
    "Nodes are known by their uids; independent changes go together, in one text by sentences. Where they do not, ours stays and the place is told.\nFor git: `*.dcase.yaml merge=dcase` in .gitattributes, and `git config merge.dcase.driver 'dscript case merge %O %A %B -o %A'`.",
    "Exit codes: 0 all went together; 1 some did not; 64 the words are wrong, or a file cannot be read or written; 76 one has errors.",
  ],
  options: [{ name: "output", short: "o", value: "FILE", says: "write to FILE" }, fromOption, jsonOption, colorOption],
  examples: [["dscript case merge base.dcase.yaml mine.dcase.yaml yours.dcase.yaml -o mine.dcase.yaml", "into mine"]],
  takes: [3, 3],
  run: async (options, operands) => (await import("./merge.ts")).mergeFiles(options, operands),
});

export const makingParts: readonly CliCommand[] = [fresh, fill, scaffold, stubs, format, convert, merge];
