/** Tells whoever watches the run of a command, and writes down that it is slow. */

import type { StageRun } from "../../records/index.ts";
import { marksIn, type ScriptFlow } from "../flow.ts";
import { usualPoint } from "./change-points.ts";
import type { Processes } from "./processes.ts";

/** Where the command stands in the script, and what of. */
interface Place {
  readonly processes: Processes;
  readonly flow: ScriptFlow;
  readonly siteIndex: number;
  readonly stage: StageRun;
  readonly index: number;
}

/** A command has started; what it gives is to be called with its time once it has ended, undefined where that was no good end. */
export function watchCommand(
  { processes, flow, stage, siteIndex, index }: Place,
  argv: readonly string[],
  began: number,
): ((elapsed: number | undefined) => void) | undefined {
  const { run } = processes;
  const { watch } = run.options;
  if (watch === undefined) return undefined;
  const marks = marksIn(flow);
  const command = {
    ...{ argv, began, directory: flow.directory },
    slow: (elapsed: number, hasEnded: boolean, usual: Parameters<typeof usualPoint>[5]): void => {
      // Whoever wrote the script knows better.
      if (stage.within === undefined) usualPoint(run, siteIndex, index, stage, { elapsed, hasEnded }, usual, marks);
    },
  };
  watch.started(command);
  return (elapsed) => watch.ended(command, elapsed);
}
