/** `dscript new`: a first script that checks, runs, and shows the form. */

import { chmodSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { exitCode } from "../../engine/index.ts";
import type { CliCommand } from "../command.ts";
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

const nextSteps: Readonly<Record<string, (folder: string) => string>> = {
  EEXIST: () => "it is there already: choose another name",
  ENOENT: (folder) => `there is no folder ${folder}: make it first, mkdir -p ${folder}`,
  ENOTDIR: (folder) => `${folder} is no folder: choose another one`,
  ENAMETOOLONG: () => "the name is too long: choose a shorter one",
  EROFS: (folder) => `${folder} cannot be written: choose another folder`,
  ENOSPC: (folder) => `there is no space left in ${folder}`,
};

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
      const next = nextSteps[code]?.(dirname(path)) ?? "see whether you may write there";
      return refuseWords(`cannot write ${path}: ${code}`, next);
    }
    show(1, language().text(`${path} is ready: dscript run ${path.includes("/") ? path : `./${path}`}\n`));
    return exitCode.ok;
  },
};
