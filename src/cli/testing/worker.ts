/** The side of `dscript test` that runs one file's tests: how what it finds is drawn. */

import { escapeText, plainStyle, renderDiagnostic, renderFault } from "../../diagnostics/index.ts";
import { type Drawing, openTesting, type WorkerRequest } from "../../engine/index.ts";
import { refuseUnagreed } from "../gate/opening.ts";
import { choose, language, nameOf } from "../language.ts";
import { styleFor } from "../terminal.ts";

/** Runs a worker's request; the value is the exit code. */
export async function work(request: WorkerRequest): Promise<number> {
  await choose(nameOf(request.language) ?? "en");
  const refused = await refuseUnagreed("rehearse", request.file);
  if (refused !== undefined) return refused;
  const { runWorker } = await openTesting();
  return runWorker(request, engineWords(), drawingFor(request));
}

/** How this very program is started again. */
export function engineWords(): readonly string[] {
  return [process.execPath, process.argv[1] ?? "dscript"];
}

/** Draws for a person, as the request says, and for machines: in English, without colours. */
export function drawingFor({ color, columns }: Pick<WorkerRequest, "color" | "columns">): Drawing {
  const base = styleFor(color ? "always" : "never", 2);
  const style = { ...base, columns: columns ?? undefined };
  return {
    fault: (view) => ({ shown: renderFault(view, style, language()), plain: renderFault(view, plainStyle) }),
    diagnostic: (diagnostic) => ({
      shown: renderDiagnostic(diagnostic, style, language()),
      plain: renderDiagnostic(diagnostic, plainStyle),
    }),
    text: (text) => ({ shown: escapeLines(language().text(text)), plain: escapeLines(text) }),
  };
}

function escapeLines(text: string): string {
  return text.split("\n").map(escapeText).join("\n");
}
