/** `dscript new`: a first script that checks, runs, and shows the form. */

import { chmodSync, writeFileSync } from "node:fs";
import { exitCode } from "../../engine/index.ts";
import type { CliCommand } from "../command.ts";
import { errnoNextStep } from "../errno-next-step.ts";
import { language, refuseWords } from "../language.ts";
import { languageOption } from "../shared-options.ts";
import { show } from "../terminal.ts";

const template = `#!/usr/bin/env dscript
language 1
strict

// What this script does, for whoever is woken by it.

const TARGET = "world"

void greet(String name) {
  echo "hello, \${name}"
}

greet(TARGET)
`;

export const newCommand: CliCommand = {
  name: "new",
  operands: "FILE",
  summary: "write a first script, strict and ready to run",
  about: ["Never overwrites: a file that is there already stays as it is."],
  options: [languageOption],
  examples: [["dscript new nightly.dscript", "then edit it, `dscript check` it and run it"]],
  stopsAtOperand: false,
  completes: "files",
  async run(_options, operands) {
    const [file] = operands;
    if (file === undefined || operands.length > 1) {
      return refuseWords("new needs one file name", "dscript new FILE");
    }
    if (file === "" || file === "-") {
      const what = file === "" ? "the name of the file is empty" : "new writes to a file, and - is none";
      return refuseWords(what, "dscript new nightly.dscript");
    }
    const path = file.endsWith(".dscript") ? file : `${file}.dscript`;
    try {
      writeFileSync(path, template, { flag: "wx" });
      chmodSync(path, 0o755);
    } catch (thrown) {
      const code = (thrown as NodeJS.ErrnoException).code ?? "EIO";
      return refuseWords(`cannot write ${path}: ${code}`, errnoNextStep(code, path));
    }
    show(1, language().text(`${path} is ready: dscript run ${path.includes("/") ? path : `./${path}`}\n`));
    return exitCode.ok;
  },
};
