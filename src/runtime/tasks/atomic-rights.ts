/** Whether a block's commands need rights that a user namespace takes from their programs. */

import type { NamedCommand, Site } from "../../records/index.ts";
import type { ScriptFlow } from "../flow.ts";
import { takesOtherUser } from "../processes/entering.ts";
import { ProgramSearch } from "../processes/program-search.ts";
import type { Run } from "../run.ts";

/** Why, as a part of a sentence: a command that its text names runs as another user (sudo, su). Null where none does. */
export function whyRights(run: Run, flow: ScriptFlow, site: number): string | null {
  // Root has them all.
  if (process.geteuid?.() === 0) return null;
  const { sites, commands } = run.options.program;
  const block = sites[site];
  const path = flow.environment.get("PATH");
  const search = new ProgramSearch();
  const found = commands.find((command) => {
    if (block === undefined || !(isIn(command, block) || isInFunction(command, sites))) return false;
    const program = search.find(command.name, path, flow.directory);
    return "memory" in program && takesOtherUser(program, flow.directory);
  });
  return found === undefined ? null : `\`${found.name}\` runs as another user, which has no effect there`;
}

function isIn(command: NamedCommand, { file, start, end }: Site): boolean {
  return command.file === file && command.start >= start && command.end <= end;
}

/** The block may call any function. */
function isInFunction(command: NamedCommand, sites: readonly Site[]): boolean {
  return sites.some((site) => site.function !== "main" && isIn(command, site));
}
