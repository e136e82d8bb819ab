/** `dscript check`: everything that can be known of scripts without running them. */

import { renderDiagnostic } from "../../diagnostics/index.ts";
import {
  checkScript,
  exitCode,
  isUnprepared,
  type LoadProblem,
  type Prepared,
  type Unprepared,
} from "../../engine/index.ts";
import type { CliCommand } from "../command.ts";
import { diagnosticJson, problemJson } from "../diagnostic-json.ts";
import { language, refuseWords, tell } from "../language.ts";
import { present } from "../present.ts";
import { scriptsIn } from "../scripts-in.ts";
import { checkOptions, definesOf, type SharedOptions, sharedOptions } from "../shared-options.ts";
import { show, styleFor, write } from "../terminal.ts";

export const checkCommand: CliCommand = {
  name: "check",
  operands: "FILE…",
  summary: "report every mistake in scripts, without running them",
  about: [
    "A folder stands for all scripts in it.",
    "Reports syntax, names, types, commands that this machine does not have, and advice.",
    "Exit codes: 0 where no file has an error, advice or not; 76 a file has an error; 64 a file cannot be read,\nor the command line is wrong; 78 configuration. Of several, what kept a file from being checked wins:\n78, then 64, then 76. The other files are checked all the same.",
    "A list for --commands is made on the other machine: bash -c 'compgen -c | sort -u' > web1.txt. Each line is a name\nor a path; a path counts by its name, too, and a name for any absolute path to it.",
  ],
  options: checkOptions,
  examples: [
    ["dscript check backup.dscript", "everything that is wrong with it, each with its place"],
    ["dscript check --json *.dscript", "one JSON object a line, for editors and CI"],
    ["dscript check --commands web1.txt deploy.dscript", "against the programs that another machine has"],
  ],
  stopsAtOperand: false,
  completes: "scripts",
  async run(options, operands) {
    if (operands.length === 0) return refuseWords("check needs a file", "dscript check FILE…");
    const files = scriptsIn(operands);
    if (typeof files === "string")
      return refuseWords(files, "name a script, or a folder that you may read and that holds some");
    const shared = sharedOptions(options);
    const defines = definesOf(options);
    if ("problem" in defines) {
      sayProblem(undefined, defines, shared);
      return exitCode.usage;
    }
    let worst: number = exitCode.ok;
    let counts = { files: 0, unchecked: 0, errors: 0, warnings: 0 };
    for (const name of files) {
      const prepared = await checkScript({ name, ...shared, defines, present });
      const code = report(name, prepared, shared);
      if (severity.indexOf(code) > severity.indexOf(worst)) worst = code;
      counts = add(counts, prepared);
    }
    if (!shared.json) tell(`${summary(counts)}\n`);
    return worst;
  },
};

/** Which code wins: a file that was not checked at all says more than one with errors. */
const severity: readonly number[] = [exitCode.ok, exitCode.doesNotCheck, exitCode.usage, exitCode.configuration];

function report(name: string, prepared: Prepared | Unprepared, shared: SharedOptions): number {
  const style = styleFor(shared.color, 1);
  for (const diagnostic of prepared.diagnostics)
    if (shared.json) write(1, `${diagnosticJson(diagnostic)}\n`);
    else show(1, `${renderDiagnostic(diagnostic, style, language())}\n`);
  for (const line of prepared.leftOut)
    if (shared.json) write(1, `${problemJson(name, "warning", line)}\n`);
    else tell(`${line}\n`);
  if (!isUnprepared(prepared)) return exitCode.ok;
  if (prepared.problem !== undefined) sayProblem(name, prepared.problem, shared);
  return prepared.code;
}

function sayProblem(name: string | undefined, { problem, next }: LoadProblem, { json }: SharedOptions): void {
  if (json) write(1, `${problemJson(name, "error", problem, next)}\n`);
  else tell(`dscript: ${problem}\n  ${next}\n`);
}

interface Counts {
  readonly files: number;
  readonly unchecked: number;
  readonly errors: number;
  readonly warnings: number;
}

function add(counts: Counts, prepared: Prepared | Unprepared): Counts {
  const { diagnostics } = prepared;
  if ("problem" in prepared && prepared.problem !== undefined) return { ...counts, unchecked: counts.unchecked + 1 };
  const errors = diagnostics.filter((item) => item.severity === "error").length;
  return {
    ...counts,
    files: counts.files + 1,
    errors: counts.errors + errors,
    warnings: counts.warnings + diagnostics.length - errors,
  };
}

function summary({ files, unchecked, errors, warnings }: Counts): string {
  const of = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;
  const not = unchecked === 0 ? "" : `; ${of(unchecked, "file")} not checked`;
  return `${of(files, "file")} checked: ${of(errors, "error")}, ${of(warnings, "warning")}${not}`;
}
