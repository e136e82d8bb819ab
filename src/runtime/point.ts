/** What every log point of a script says of itself: where it stands, and when that was. */

import type { RecordBody } from "../records/index.ts";
import { epochNow } from "./clock.ts";
import { siteAt } from "./faults/raise.ts";
import type { Run } from "./run.ts";

/** Of a point without a fault; of one stage of a pipeline, which may stand in a line of its own, where `stage` is given. */
export function pointAt(
  run: Run,
  site: number,
  stage?: number,
): Pick<RecordBody, "faultType" | "scriptName" | "scriptLine" | "time"> {
  const { file, line, stages } = siteAt(run, site);
  return {
    faultType: [],
    scriptName: run.options.program.files[file]?.name ?? "",
    scriptLine: (stage === undefined ? undefined : stages?.[stage]?.line) ?? line,
    time: epochNow(),
  };
}
