/** What a run tells the person who started it: on standard error, as text or as JSON lines. */

import { type Diagnostic, type FaultView, renderDiagnostic, renderFault } from "../diagnostics/index.ts";
import type { Reporter } from "../engine/index.ts";
import { diagnosticJson } from "./diagnostic-json.ts";
import { language, tell } from "./language.ts";
import { scriptHelp } from "./script-help.ts";
import type { SharedOptions } from "./shared-options.ts";
import { styleFor, write } from "./terminal.ts";

/** A reporter over standard error. */
export function consoleReporter({ json, color }: Pick<SharedOptions, "json" | "color">): Reporter {
  const style = styleFor(color, 2);
  return {
    json,
    diagnostic: (diagnostic: Diagnostic) =>
      write(2, json ? `${diagnosticJson(diagnostic)}\n` : `${renderDiagnostic(diagnostic, style, language())}\n`),
    fault: (view: FaultView) => write(2, renderFault(view, style, language())),
    echo: (line) => write(2, `${style.dim(`+ ${line}`)}\n`),
    say: (text) => tell(2, text),
    help: (name, program) => write(1, scriptHelp(name, program, language())),
  };
}
