/** What still runs where a block's files are. */

import type { ScriptFlow } from "../flow.ts";
import { processesOf } from "../processes/processes.ts";
import type { Run } from "../run.ts";
import type { RunTrees } from "./atomic-module.ts";

/** In words; undefined where nothing does. */
export function aliveWithin(run: Run, trees: RunTrees, flow: ScriptFlow): string | undefined {
  const { live } = processesOf(run);
  const command = [...(live?.commands ?? [])].find((each) => each.flow.isWithin(flow));
  if (command !== undefined) return `\`${command.argv[0] ?? ""}\` (process ${command.pid})`;
  const [other] = trees.stillInside();
  return other === undefined ? undefined : `\`${other.name}\` (process ${other.pid})`;
}
