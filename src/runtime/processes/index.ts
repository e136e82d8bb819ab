/** Commands as compiled code calls them: pipelines, captures, jobs, directories and words. */

import type { RuntimeApi } from "../../records/index.ts";
import { isExit, ScriptExit } from "../faults/fault.ts";
import { createFault } from "../faults/raise.ts";
import { settle } from "../faults/settle.ts";
import { flowOf } from "../flow.ts";
import type { Run } from "../run.ts";
import { bearing, substituted } from "./bearing.ts";
import { captureBytes, captureResult, trimmedText } from "./capture.ts";
import { bytesText } from "./decode.ts";
import { changeDirectory, setDirectory } from "./directory.ts";
import { globPath, globWord } from "./glob.ts";
import { guardWord } from "./guard.ts";
import { linesOf } from "./lines.ts";
import { isFault } from "./outcome.ts";
import { runPipeline } from "./pipeline.ts";
import { processesOf } from "./processes.ts";
import { startJob } from "./start-job.ts";
import { homeDirectory } from "./tilde.ts";

export { finishProcesses } from "./finish.ts";
export { Job } from "./job.ts";
export { startMain } from "./main-flow.ts";
export { isEnding } from "./processes.ts";
export { abandonReplacements } from "./replacement.ts";

export type ProcessApi = Pick<
  RuntimeApi,
  | "run"
  | "answer"
  | "capture"
  | "captureOptional"
  | "captureLines"
  | "captureResult"
  | "lines"
  | "job"
  | "lastJob"
  | "changeDirectory"
  | "enterDirectory"
  | "leaveDirectory"
  | "exportVariable"
  | "exit"
  | "exitStatus"
  | "globWord"
  | "globPath"
  | "bearing"
  | "substituted"
  | "tilde"
  | "guardWord"
  | "guardWords"
>;

/** The part of the runtime that starts commands. */
export function processApi(run: Run): ProcessApi {
  const processes = processesOf(run);
  return {
    run: (flow, site, stages, policy) => runPipeline(processes, flowOf(flow), site, stages, false, policy),
    answer: (flow, site, stages, policy) => runPipeline(processes, flowOf(flow), site, stages, true, policy),
    async capture(flow, site, body, policy) {
      return trimmedText(await captureBytes(processes, flowOf(flow), site, body, policy));
    },
    async captureOptional(flow, site, body) {
      try {
        return trimmedText(await captureBytes(processes, flowOf(flow), site, body));
      } catch (thrown) {
        if (!isFault(thrown)) throw thrown;
        settle(run, thrown, true);
        return null;
      }
    },
    async captureLines(flow, site, body, policy) {
      const text = bytesText(await captureBytes(processes, flowOf(flow), site, body, policy));
      const lines = text.split("\n");
      if (lines.at(-1) === "") lines.pop();
      return lines;
    },
    captureResult: (flow, site, body) => captureResult(processes, flowOf(flow), site, body),
    lines: (flow, site, body) => linesOf(processes, flowOf(flow), site, body),
    job: (flow, site, body, alone = false) => startJob(processes, flowOf(flow), site, body, alone),
    lastJob(flow, site) {
      const { lastJob } = flowOf(flow);
      if (lastJob !== null) return lastJob;
      throw createFault(run, site, { kind: "ArgumentFault", message: "$! has no value: no job has been started here" });
    },
    changeDirectory: (flow, site, directory, policy) =>
      changeDirectory(run, flowOf(flow), site, directory, policy) ? 0 : 1,
    enterDirectory(flow, site, directory, policy) {
      const previous = flowOf(flow).directory;
      return changeDirectory(run, flowOf(flow), site, directory, policy) ? previous : null;
    },
    leaveDirectory: (flow, previous) => setDirectory(flowOf(flow), previous),
    exportVariable(flow, name, value) {
      run.secrets.addVariable(name, value);
      flowOf(flow).environment.set(name, value);
    },
    exit(_flow, site, status) {
      if (status >= 0 && status <= 255) throw new ScriptExit(status);
      const message = `exit takes a status from 0 to 255, not ${status}`;
      throw createFault(run, site, { kind: "ArgumentFault", message, api: "exit" });
    },
    exitStatus(thrown) {
      if (isExit(thrown)) return thrown.status;
      throw thrown;
    },
    globPath: (flow, site, parts) => globPath(run, flowOf(flow), site, parts),
    substituted,
    bearing: (work, policy) => bearing(run, work, policy),
    globWord: (flow, site, parts) => globWord(run, flowOf(flow), site, parts),
    tilde: (flow, site, user) => homeDirectory(run, flowOf(flow), site, user),
    guardWord: (_flow, site, stage, word, value) => guardWord(run, site, stage, word, value),
    guardWords(_flow, site, stage, word, values) {
      for (const value of values) guardWord(run, site, stage, word, value);
      return values;
    },
  };
}
