/** All stages of a pipeline at once: each starts as soon as its files are open. */

import { resolve } from "node:path";
import type { StageRun, Waiting } from "../../records/index.ts";
import { createFault } from "../faults/raise.ts";
import type { ScriptFlow } from "../flow.ts";
import { statSync } from "../host/files.ts";
import { after } from "./limit.ts";
import type { Live } from "./live.ts";
import { marksOf } from "./marks.ts";
import { fsPath } from "./memory.ts";
import { notStarted, type Outcome } from "./outcome.ts";
import { isOver } from "./over.ts";
import { connectNext } from "./prepare.ts";
import type { Processes } from "./processes.ts";
import { overdueOutcome } from "./program-limit.ts";
import { RedirectTrouble, type StageFiles } from "./redirects.ts";
import { closeFiles, runGroup, type StageContext, startProgram } from "./stage.ts";
import { nameOf } from "./verdict.ts";

/** Starts the stages and waits until all have ended; fills `outcomes`. */
export function runStages(
  processes: Processes,
  live: Live,
  flow: ScriptFlow,
  site: number,
  stages: readonly StageRun[],
  files: readonly StageFiles[],
  ready: readonly (Promise<void> | undefined)[],
  outcomes: (Outcome | null)[],
): Promise<void> {
  return new Promise((resolve, reject) => {
    let left = stages.length;
    let failure: Outcome | undefined;
    for (const [index, stage] of stages.entries()) {
      // Where no pipe can be had, the stages that have started find their reader gone, and the others do not start.
      failure ??= connectNext(live, files, index);
      const context: StageContext = {
        processes,
        live,
        flow,
        siteIndex: site,
        stage,
        index,
        files: files[index] as StageFiles,
      };
      const done = (outcome: Outcome): void => {
        outcomes[index] = outcome;
        left -= 1;
        if (left === 0) resolve();
      };
      const start = (): void => {
        if (stage.argv !== undefined) startProgram(context, done);
        else
          runGroup(context, index + 1 < stages.length, (waiting) =>
            overdueFault(processes, site, index, stage, waiting),
          ).then(done, reject);
      };
      const wait = ready[index];
      if (failure !== undefined) {
        closeFiles(files[index] as StageFiles);
        done(failure);
      } else if (wait === undefined) start();
      else {
        const stopWaiting = whileOpening(processes, context);
        wait.then(
          () => {
            stopWaiting();
            start();
          },
          (thrown: unknown) => {
            closeFiles(context.files);
            if (stopWaiting()) done(overdueOutcome(nameOf(stage), stage.limit ?? 0, whileOpened(stage, flow)));
            else if (thrown instanceof RedirectTrouble) done(notStarted(thrown.trouble, 1));
            else reject(thrown);
          },
        );
      }
    }
  });
}

// How often a flow under a limit looks whether it has struck.
const lookEvery = 50;

/** Gives up opening when the run is interrupted or the stage's time is over; what it gives ends that, and tells whether the time was over. */
function whileOpening(processes: Processes, context: StageContext): () => boolean {
  const { run } = processes;
  let overdue = false;
  const cancel = (): void => {
    for (const opening of context.files.slow) opening.cancel();
  };
  const calledOff =
    context.stage.limit === undefined
      ? (): void => {}
      : after(context.stage.limit, () => {
          overdue = true;
          cancel();
        });
  run.onInterrupt.add(cancel);
  // A limit around the flow ends the wait, too.
  const { flow } = context;
  const look = marksOf(flow).bound === null ? undefined : setInterval(() => isOver(flow) && cancel(), lookEvery);
  return () => {
    clearInterval(look);
    calledOff();
    run.onInterrupt.delete(cancel);
    return overdue;
  };
}

/** Opening a named pipe waits for its other end. */
function whileOpened({ redirects = [] }: StageRun, flow: ScriptFlow): Waiting | undefined {
  for (const { op, target } of redirects) {
    if (typeof target !== "string" || op === "text") continue;
    const path = resolve(flow.directory, target);
    if (statSync(fsPath(path), { throwIfNoEntry: false })?.isFIFO() === true)
      return { on: op === "<" ? "input" : "reader", subject: path };
  }
  return undefined;
}

function overdueFault(
  processes: Processes,
  site: number,
  index: number,
  stage: StageRun,
  waiting: Waiting | undefined,
): ReturnType<typeof createFault> {
  const outcome = overdueOutcome("", stage.limit ?? 0, waiting);
  return createFault(processes.run, site, {
    kind: "TimeoutFault",
    message: outcome.trouble?.message ?? "",
    api: nameOf(stage),
    status: outcome.status,
    elapsed: stage.limit ?? 0,
    stage: index,
    ...(waiting === undefined ? {} : { waiting }),
  });
}
