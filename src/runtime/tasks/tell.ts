/** `notify`: each role is told once, also where the run is resumed (language 6). */

import type { Flow } from "../../records/index.ts";
import { createFault } from "../faults/raise.ts";
import { flushOutputs } from "../files/standard-output.ts";
import { flowOf } from "../flow.ts";
import type { Run } from "../run.ts";
import { frameOf, nextKey } from "./frame.ts";
import { noteAnyway, recall } from "./write.ts";

export async function tell(
  run: Run,
  flow: Flow,
  site: number,
  roles: readonly string[],
  message: string,
): Promise<void> {
  const own = flowOf(flow);
  flushOutputs(run, own);
  const key = nextKey(run, frameOf(own));
  if (recall(run, key).some((each) => each.do === "told")) return;
  const { notifyRole } = run.options;
  const problems: string[] = [];
  for (const role of roles) {
    const problem = notifyRole === undefined ? "no addresses are known here" : await notifyRole(role, message);
    if (problem !== undefined) problems.push(`${role}: ${problem}`);
  }
  noteAnyway(run, { do: "told", key });
  if (problems.length === 0) return;
  const text = `not everybody was told: ${problems.join("; ")}`;
  throw createFault(run, site, { kind: "NetworkFault", message: text, values: [...roles, message] });
}
