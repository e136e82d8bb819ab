/** `dscript check`: everything that can be known of scripts without running them. */

import { type Diagnostic, renderDiagnostic } from "../../diagnostics/index.ts";
import { checkScript, exitCode, isUnprepared, type Prepared, type Unprepared } from "../../engine/index.ts";
import type { CliCommand } from "../command.ts";
import { diagnosticJson } from "../diagnostic-json.ts";
import { configureLanguage, language, tell } from "../language.ts";
import { checkOptions, definesOf, type SharedOptions, sharedOptions } from "../shared-options.ts";
import { styleFor, write } from "../terminal.ts";

export const checkCommand: CliCommand = {
  name: "check",
  operands: "FILE…",
  summary: "report every mistake in scripts, without running them",
  about: [
    "Reports syntax, names, types, commands that this machine does not have, and advice.\nThe exit code is 76 when any file has an error, and 0 otherwise; advice alone is no error.",
  ],
  options: checkOptions,
  examples: [
    ["dscript check backup.dscript", "everything that is wrong with it, each with its place"],
    ["dscript check --json *.dscript", "one JSON object a line, for editors and CI"],
    ["dscript check --commands web1.txt deploy.dscript", "against the programs that another machine has"],
  ],
  stopsAtOperand: false,
  async run(options, operands) {
    if (operands.length === 0) {
      tell(2, "dscript: check needs a file\n  dscript check FILE…\n");
      return exitCode.usage;
    }
    const shared = sharedOptions(options);
    const defines = definesOf(options);
    if ("problem" in defines) {
      tell(2, `dscript: ${defines.problem}\n  ${defines.next}\n`);
      return exitCode.usage;
    }
    let worst: number = exitCode.ok;
    let counts = { errors: 0, warnings: 0 };
    for (const name of operands) {
      const prepared = await checkScript({ name, ...shared, defines, speak: configureLanguage });
      const code = report(prepared, shared);
      if (code !== exitCode.ok && worst !== exitCode.configuration) worst = code;
      counts = add(counts, prepared.diagnostics);
    }
    if (!shared.json) tell(2, `${summary(operands.length, counts)}\n`);
    return worst;
  },
};

function report(prepared: Prepared | Unprepared, shared: SharedOptions): number {
  const style = styleFor(shared.color, 1);
  for (const diagnostic of prepared.diagnostics)
    write(1, shared.json ? `${diagnosticJson(diagnostic)}\n` : `${renderDiagnostic(diagnostic, style, language())}\n`);
  for (const line of prepared.leftOut) tell(2, `${line}\n`);
  if (!isUnprepared(prepared)) return exitCode.ok;
  if (prepared.problem !== undefined) tell(2, `dscript: ${prepared.problem.problem}\n  ${prepared.problem.next}\n`);
  return prepared.code;
}

interface Counts {
  readonly errors: number;
  readonly warnings: number;
}

function add(counts: Counts, diagnostics: readonly Diagnostic[]): Counts {
  const errors = diagnostics.filter((item) => item.severity === "error").length;
  return { errors: counts.errors + errors, warnings: counts.warnings + diagnostics.length - errors };
}

function summary(files: number, { errors, warnings }: Counts): string {
  const of = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;
  return `${of(files, "file")} checked: ${of(errors, "error")}, ${of(warnings, "warning")}`;
}
