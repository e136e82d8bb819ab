/** The configuration that counts for a script by its name, and what is said where it is wrong. */

import { showMistakes } from "../diagnostics/index.ts";
import { type ConfigResult, configFolder, loadConfig } from "./config.ts";
import { exitCode } from "./exit-code.ts";
import type { Unprepared } from "./unprepared.ts";
import { workingDirectory } from "./working-directory.ts";

/** "-" is standard input, for which the working directory's counts. */
export function configFor(name: string): Promise<ConfigResult> {
  return loadConfig(configFolder(name === "-" ? undefined : name, workingDirectory()));
}

export function misconfigured(found: ConfigResult & { ok: false }): Unprepared {
  const problem = { problem: "the configuration is wrong", next: showMistakes(found.mistakes).trimEnd() };
  return { code: exitCode.configuration, problem, diagnostics: [], leftOut: [] };
}
