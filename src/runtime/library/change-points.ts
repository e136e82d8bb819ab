/** The log points ahead of and behind a call that changes something permanent (faults 3). */

import type { FaultArgument } from "../../records/index.ts";
import { siteAt } from "../faults/raise.ts";
import type { Run } from "../run.ts";

export function announceChange(
  run: Run,
  site: number,
  api: string,
  list: readonly FaultArgument[],
  phase: "before" | "after",
  elapsed?: number,
): void {
  const where = siteAt(run, site);
  run.options.emit({
    logPoint: "SystemChangePoint",
    faultType: [],
    scriptName: run.options.program.files[where.file]?.name ?? "",
    scriptLine: where.line,
    api,
    arguments: list.map((item) => [item.name, item.text] as const),
    ...(elapsed === undefined ? {} : { elapsed }),
    phase,
    time: performance.timeOrigin + performance.now(),
  });
}
