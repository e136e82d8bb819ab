/** `dscript fmt`: scripts in the one format. */

import { exitCode, formatScript, writeFormatted } from "../../engine/index.ts";
import type { CliCommand } from "../command.ts";
import { refuseWords, tell } from "../language.ts";
import { consoleReporter } from "../reporter.ts";
import { scriptsIn } from "../scripts-in.ts";
import { languageOption } from "../shared-options.ts";
import { write } from "../terminal.ts";

export const fmtCommand: CliCommand = {
  name: "fmt",
  operands: "FILE…",
  summary: "put scripts into the one format, in place",
  about: [
    "Of a folder, every script in it and below. - reads standard input and writes to standard output.\nComments, empty lines (one at a time) and line breaks within statements stay; what a script says does, too:\nthe result is read again and compared ahead of the file's replacement.",
    "Exit codes: 0; 1 with --check where a file is not formatted; 64 a file cannot be read or written; 76 a file has\nerrors and stays as it is. Of several the largest.",
  ],
  options: [{ name: "check", says: "write nothing, name the files that would change" }, languageOption],
  examples: [
    ["dscript fmt backup.dscript", "this script"],
    ["dscript fmt --check .", "in CI: fails where a script below here is not formatted"],
    ["dscript fmt - < a.dscript", "to standard output, for editors"],
  ],
  stopsAtOperand: false,
  completes: "scripts",
  async run(options, operands) {
    if (operands.length === 0) return refuseWords("fmt needs a file", "dscript fmt FILE…");
    const files = scriptsIn(operands);
    if (typeof files === "string")
      return refuseWords(files, "name a script, or a folder that you may read and that holds some");
    let worst: number = exitCode.ok;
    for (const file of files) worst = Math.max(worst, await formatOne(file, options.has("check")));
    return worst;
  },
};

async function formatOne(file: string, isCheck: boolean): Promise<number> {
  const formatted = await formatScript(file);
  if (formatted.kind === "unread") return refuseWords(formatted.problem.problem, formatted.problem.next);
  if (formatted.kind === "wrong") {
    const reporter = consoleReporter({ json: false, color: undefined });
    for (const diagnostic of formatted.diagnostics) reporter.diagnostic(diagnostic);
    return exitCode.doesNotCheck;
  }
  const { text, isChanged } = formatted;
  if (isCheck) {
    if (isChanged) write(1, `${file}\n`);
    return isChanged ? exitCode.answerFalse : exitCode.ok;
  }
  if (file === "-") write(1, text);
  else if (isChanged) {
    const problem = await writeFormatted(file, text);
    if (problem !== undefined) return refuseWords(problem.problem, problem.next);
    tell(`${file}: formatted\n`);
  }
  return exitCode.ok;
}
