/** `dscript resume` and `dscript undo`: a run whose engine ended, started again as it was, with its journal. */

import { statSync } from "node:fs";
import { exitCode } from "./exit-code.ts";
import { type Aim, takeUp } from "./journal/resume.ts";
import type { Outcome } from "./run-script.ts";
import { startScript } from "./start.ts";
import type { Reporter, StartRequest } from "./start-request.ts";
import type { Unprepared } from "./unprepared.ts";

export interface TakeUpRequest extends Pick<StartRequest, "present" | "sinks" | "echo" | "notify" | "gate"> {
  readonly run: { readonly id: string; readonly folder: string; readonly root: string };
  readonly aim: Aim;
  readonly reporter: Reporter;
}

/** Runs it to its end; the outcome, or why it did not start. */
export async function startTakenUp(request: TakeUpRequest): Promise<Outcome | Unprepared> {
  const { run, aim, reporter, present, sinks, echo, notify, gate } = request;
  const takenUp = await takeUp(run, aim);
  if ("problem" in takenUp) return { ...takenUp, diagnostics: [], leftOut: [] };
  const { header } = takenUp;
  if (header.path === "")
    return refused("its script came from standard input, which is gone", `\`dscript abandon ${run.id}\` gives it up`);
  const trouble = enter(header.directory);
  if (trouble !== undefined)
    return refused(`its working directory ${header.directory} is not there: ${trouble}`, "make it, and try again");
  if (takenUp.isTorn) reporter.say("dscript: the last line of the journal was torn: that step had not begun\n");
  return startScript({
    ...{ present, sinks, echo, notify, reporter, takenUp },
    name: header.path,
    ...(gate === undefined ? {} : { gate }),
    strict: header.strict,
    caseFile: header.case,
    commandList: undefined,
    defines: new Map(header.defines),
    arguments: header.arguments,
    maxTime: undefined,
    sample: undefined,
    durable: header.durable,
    trace: undefined,
  });
}

function enter(directory: string): string | undefined {
  try {
    if (!statSync(directory).isDirectory()) return "it is no folder";
    process.chdir(directory);
    process.env["PWD"] = directory;
    return undefined;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code ?? "EIO";
  }
}

function refused(problem: string, next: string): Unprepared {
  return { code: exitCode.usage, problem: { problem, next }, diagnostics: [], leftOut: [] };
}
