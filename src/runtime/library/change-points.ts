/** The log points ahead of and behind a call that changes something permanent (faults 3). */

import type { FaultArgument } from "../../records/index.ts";
import { steadyNow } from "../clock.ts";
import { askToChange } from "../consent.ts";
import { pointAt } from "../point.ts";
import type { Run } from "../run.ts";

/** Writes one of the two; `started` is when the call began, as steadyNow(). */
export function announceChange(
  run: Run,
  site: number,
  api: string,
  list: readonly FaultArgument[],
  phase: "before" | "after",
  started: number,
): void {
  if (phase === "before") askToChange(run);
  run.options.emit({
    logPoint: "SystemChangePoint",
    ...pointAt(run, site),
    api,
    arguments: list.map((item) => [item.name, item.text] as const),
    ...(phase === "before" ? {} : { elapsed: steadyNow() - started }),
    phase,
  });
}
