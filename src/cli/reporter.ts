/** What a run tells the person who started it: on standard error, as text or as JSON lines. */

import { type Diagnostic, type FaultView, renderDiagnostic, renderFault } from "../diagnostics/index.ts";
import type { Reporter } from "../engine/index.ts";
import { diagnosticJson } from "./diagnostic-json.ts";
import { scriptHelp } from "./script-help.ts";
import type { SharedOptions } from "./shared-options.ts";
import { styleFor, tell, write } from "./terminal.ts";

/** A reporter over standard error. */
export function consoleReporter({ json, color }: Pick<SharedOptions, "json" | "color">): Reporter {
  const style = styleFor(color, 2);
  return {
    json,
    diagnostic: (diagnostic: Diagnostic) =>
      json ? write(2, `${diagnosticJson(diagnostic)}\n`) : tell(2, `${renderDiagnostic(diagnostic, style)}\n`),
    fault: (view: FaultView) => tell(2, renderFault(view, style)),
    echo: (line) => write(2, `${style.dim(`+ ${line}`)}\n`),
    say: (text) => tell(2, text),
    help: (name, program) => tell(1, scriptHelp(name, program)),
  };
}
