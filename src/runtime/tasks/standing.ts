/** Where a script stands when it turns to somebody: what those read first. */

import { siteAt } from "../faults/raise.ts";
import type { ScriptFlow } from "../flow.ts";
import type { Run } from "../run.ts";
import { frameOf } from "./frame.ts";

/** The file's absolute path and the line, and the plan, where there is one. */
export function standingOf(
  run: Run,
  flow: ScriptFlow,
  site: number,
): { readonly place: { readonly file: string; readonly line: number }; readonly plan?: string } {
  const { file, line } = siteAt(run, site);
  const plan = frameOf(flow)?.name;
  return { place: { file: run.options.paths[file] ?? "", line }, ...(plan === undefined ? {} : { plan }) };
}
