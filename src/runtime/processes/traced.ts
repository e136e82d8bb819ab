/** Which commands are traced: those behind `trace`, those of risky statements, or all of a run (language 3.8). */

import type { StageRun } from "../../records/index.ts";
import type { ScriptFlow } from "../flow.ts";
import type { Run } from "../run.ts";
import type { Launch } from "./launch.ts";
import type { Live } from "./live.ts";
import { marksOf } from "./marks.ts";

/** Whether a pipeline has a program that is to be traced. */
export function wantsTrace(run: Run, flow: ScriptFlow, stages: readonly StageRun[]): boolean {
  return stages.some((stage) => stage.argv !== undefined && isTraced(run, flow, stage));
}

/** Loads what traces, and tries it, ahead of the first command that wants it. */
export async function prepareTrace(run: Run, live: Live, flow: ScriptFlow, stages: readonly StageRun[]): Promise<void> {
  if (live.tracing === null) {
    // Where not even a file can be opened any more, the commands themselves are to say so.
    const loaded = await import("../tracing/tracing.ts").catch(() => null);
    if (loaded === null) return;
    live.tracing ??= new loaded.Tracing(live, (sentence) => run.options.tell?.(sentence));
  }
  const isAsked = stages.some((stage) => isAskedFor(run, flow, stage));
  await live.tracing.prepare(run.options.environment.get("PATH"), isAsked);
}

/** How a stage's program is traced; undefined where it is not. */
export function traceOf(run: Run, live: Live, flow: ScriptFlow, stage: StageRun): Launch["trace"] {
  if (live.tracing === null || !isTraced(run, flow, stage)) return undefined;
  return { tracing: live.tracing, isAsked: isAskedFor(run, flow, stage) };
}

function isTraced({ options }: Run, flow: ScriptFlow, stage: StageRun): boolean {
  if (options.trace === "never") return false;
  return options.trace === "always" || stage.trace === true || flow.risks > 0 || marksOf(flow).traced;
}

/** Risky statements are traced where that can be: without having asked for it, nobody wants to hear that it cannot. */
function isAskedFor({ options }: Run, flow: ScriptFlow, stage: StageRun): boolean {
  return options.trace !== undefined || stage.trace === true || marksOf(flow).traced;
}
