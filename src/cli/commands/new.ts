/** `dscript new`: a first script that checks, runs, and shows the form. */

import { chmodSync, writeFileSync } from "node:fs";
import { exitCode } from "../../engine/index.ts";
import type { CliCommand } from "../command.ts";
import { tell } from "../language.ts";
import { languageOption } from "../shared-options.ts";

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
  async run(_options, operands) {
    const [file] = operands;
    if (file === undefined || operands.length > 1) {
      tell(2, "dscript: new needs one file name\n  dscript new FILE\n");
      return exitCode.usage;
    }
    const path = file.endsWith(".dscript") ? file : `${file}.dscript`;
    try {
      writeFileSync(path, template, { flag: "wx" });
      chmodSync(path, 0o755);
    } catch (thrown) {
      const code = (thrown as NodeJS.ErrnoException).code ?? "EIO";
      const next = code === "EEXIST" ? "it is there already: choose another name" : "see whether you may write there";
      tell(2, `dscript: cannot write ${path}: ${code}\n  ${next}\n`);
      return exitCode.usage;
    }
    tell(1, `${path} is ready: dscript run ${path.includes("/") ? path : `./${path}`}\n`);
    return exitCode.ok;
  },
};
