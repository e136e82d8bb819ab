/** What a run tells the person who started it: on standard error, as text or as JSON lines. */

import {
  type Diagnostic,
  escapeText,
  type FaultView,
  type FrameStyle,
  renderDiagnostic,
  renderFault,
} from "../diagnostics/index.ts";
import type { LoadProblem, Reporter } from "../engine/index.ts";
import { diagnosticJson, problemJson } from "./diagnostic-json.ts";
import { language, tell } from "./language.ts";
import { scriptHelp } from "./script-help.ts";
import type { SharedOptions } from "./shared-options.ts";
import { show, styleFor, write } from "./terminal.ts";

export interface ConsoleReporter extends Reporter {
  /** Why a script did not start, and the next step. */
  readonly problem: (file: string | undefined, problem: LoadProblem) => void;
}

/** A reporter over standard error. */
export function consoleReporter({ json, color }: Pick<SharedOptions, "json" | "color">): ConsoleReporter {
  let known: FrameStyle | undefined;
  // The first report comes when the configuration is known.
  const style = (): FrameStyle => {
    known ??= styleFor(color, 2);
    return known;
  };
  return {
    json,
    diagnostic: (diagnostic: Diagnostic) =>
      json
        ? write(2, `${diagnosticJson(diagnostic)}\n`)
        : show(2, `${renderDiagnostic(diagnostic, style(), language())}\n`),
    fault: (view: FaultView) => show(2, renderFault(view, style(), language())),
    echo: (line) => write(2, `${style().dim(`+ ${escapeText(line)}`)}\n`),
    say: tell,
    problem: (file, { problem, next }) =>
      json ? write(2, `${problemJson(file, "error", problem, next)}\n`) : tell(`dscript: ${problem}\n  ${next}\n`),
    help: (name, program) => show(1, scriptHelp(name, program, language())),
  };
}
