/** The commands of `dscript case` that show a case: what differs, how it came about, how large it is, and its picture. */

import type { CliCommand } from "../command.ts";
import { colorOption, fromOption, jsonOption } from "./load.ts";
import { partOf } from "./part.ts";
import { evidenceOption, viewOptions } from "./view-options.ts";

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
  run: async (options, operands) => (await import("./diff.ts")).diffCases(options, operands),
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
  run: async (options, operands) => (await import("./log.ts")).logOf(options, operands),
});

const stats = partOf({
  word: "stats",
  operands: "FILE",
  summary: "how large a case is, what is left to do, and its digest",
  about: ["Exit codes: 0; 64 the words are wrong, or the file cannot be read; 76 it has errors."],
  options: [fromOption, jsonOption, colorOption],
  examples: [["dscript case stats aspen.dcase.yaml", "numbers of nodes, depth, languages, evidence, and the digest"]],
  takes: [1, 1],
  run: async (options, operands) => (await import("./stats.ts")).statsOfCase(options, operands),
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
    {
      name: "output",
      short: "o",
      value: "FILE",
      says: "write to FILE, whose name ends in .svg, .png, .pdf, .md or .mmd",
    },
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
  run: async (options, operands) => (await import("./render.ts")).renderCase(options, operands),
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
    evidenceOption,
    fromOption,
    colorOption,
  ],
  examples: [
    ["dscript case view aspen.dcase.yaml -o aspen.html", "then open aspen.html in a browser"],
    ["dscript case view aspen.dcase.yaml --focus G4 --lang ja -o g4.html", "a part of it, in Japanese"],
  ],
  takes: [1, 1],
  run: async (options, operands) => (await import("./view.ts")).viewCase(options, operands),
});

export const lookingParts: readonly CliCommand[] = [diff, log, stats, render, view];
