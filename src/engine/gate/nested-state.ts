/** Whether what a script runs by `dscript` keeps its state where the script's own run does: a policy may keep the variable from it. */

import { basename, isAbsolute } from "node:path";
import type { Program } from "../../records/index.ts";

const variable = "XDG_STATE_HOME";

/** What to tell, ahead of the run; undefined where there is nothing. `given`: what the caller has, `kept`: what commands get of it. */
export function stateElsewhere(
  given: ReadonlyMap<string, string>,
  kept: ReadonlyMap<string, string>,
  { commands }: Pick<Program, "commands">,
): string | undefined {
  // A path that is not absolute is ignored, here as there.
  if (!isAbsolute(given.get(variable) ?? "") || kept.has(variable)) return undefined;
  const names = commands.map(({ name }) => basename(name));
  if (!names.some((name) => name === "dscript" || name.endsWith(".dscript"))) return undefined;
  return `the policy keeps ${variable} from commands: the runs and plans of dscript that this script starts are kept elsewhere than its own; name it in the policy's environment: keep`;
}
