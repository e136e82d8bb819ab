/** `dscript diagram`: the plans of a script as a picture that everybody can discuss. */

import type { CliCommand } from "../command.ts";
import { drawScript } from "../diagram/draw.ts";
import { refuseWords } from "../language.ts";
import { caseOption, languageOption } from "../shared-options.ts";

export const diagramCommand: CliCommand = {
  name: "diagram",
  operands: "FILE",
  summary: "draw a script's plans: tasks, what takes them back, who is told",
  about: [
    "Shows the tasks of each plan in their order, where a failure leads, what takes what back, and what is left open: an undo\nthat fails, a message that does not arrive, nobody who is told. A task stands there with its goal, or else its name.\nWithout -o it is drawn in the terminal. The script is checked, not run; its programs need not be here, and roles need no address yet.",
    "A comment directly above `if`, `switch`, `for` and `parallel`, or at the beginning of `undo { … }`, is what the\ndiagram says there.",
    "Exit codes: 0; 64 the words are wrong or a file cannot be read or written; 65 the script has no plan and no task;\n76 it has errors; 78 configuration.",
  ],
  options: [
    {
      name: "output",
      short: "o",
      value: "FILE",
      says: "write to FILE, whose name ends in .svg, .png, .mmd, .md, .json or .txt",
    },
    {
      name: "format",
      value: "FORMAT",
      choices: ["svg", "png", "mermaid", "json", "text"],
      says: "what is written, where the name of the file does not say it",
    },
    { name: "plan", value: "NAME", repeats: true, says: "only this plan, or this task; several may be named" },
    { name: "detail", says: "for engineers: with clauses, commands, limits and lines" },
    {
      name: "run",
      value: "RUN",
      says: "lay a run over it: what was done, taken back, how long; a part of its id, or `last`",
    },
    {
      name: "theme",
      value: "THEME",
      choices: ["light", "dark"],
      says: "the picture's colours; SVG follows the reader's screen otherwise",
    },
    caseOption,
    { name: "color", value: "WHEN", choices: ["auto", "always", "never"], says: "colour the text of the terminal" },
    languageOption,
  ],
  examples: [
    ["dscript diagram switch_over.dscript", "in the terminal"],
    ["dscript diagram switch_over.dscript -o plan.svg", "a picture for a browser, a page or a printer"],
    ["dscript diagram switch_over.dscript -o plan.png --detail --lang ja", "with commands and limits, in Japanese"],
    ["dscript diagram switch_over.dscript --run last", "what became of the last run's tasks"],
    ["dscript diagram switch_over.dscript --format mermaid >> README.md", "a flowchart in text for Markdown"],
  ],
  stopsAtOperand: false,
  completes: "scripts",
  async run(options, operands) {
    const [file] = operands;
    if (file === undefined || operands.length > 1) return refuseWords("diagram needs one file", "dscript diagram FILE");
    return drawScript(file, options);
  },
};
