/** Finding all that lies below a directory. */

import { isDue, turn } from "../control/pause.ts";
import type { ScriptFlow } from "../flow.ts";
import { inNamespace } from "../host/in-namespace.ts";
import type { Run } from "../run.ts";
import { compareTexts, locate } from "./bytes.ts";
import { entriesOf } from "./entries.ts";

/** All paths below a directory, sorted by bytes; links are not followed. */
export async function walk(run: Run, flow: ScriptFlow, path: string): Promise<string[]> {
  const found: string[] = [];
  const waiting = [path];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const at = folder;
    const start = folder.endsWith("/") ? folder : `${folder}/`;
    for (const { name, isFolder } of inNamespace(flow, () => entriesOf(locate(flow, at)))) {
      found.push(start + name);
      if (isFolder) waiting.push(start + name);
    }
    if (isDue(run)) await turn(run, flow);
  }
  return found.sort(compareTexts);
}
