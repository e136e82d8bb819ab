/** A pipeline ahead of its start: pipes between its stages, and redirections (language 3). */

import type { StageRun } from "../../records/index.ts";
import type { ScriptFlow } from "../flow.ts";
import { brieflyInNamespace } from "../host/in-namespace.ts";
import { cookieToken } from "./environment-block.ts";
import { errnoText } from "./errno.ts";
import type { Live } from "./live.ts";
import { marksOf } from "./marks.ts";
import { notStarted, type Outcome } from "./outcome.ts";
import { createPipe } from "./pipe.ts";
import type { Processes } from "./processes.ts";
import { openRedirects, RedirectTrouble, type StageFiles } from "./redirects.ts";
import { closeFiles } from "./stage.ts";

/** A stage's descriptors as its flow has them. */
export function emptyFiles(flow: ScriptFlow): StageFiles {
  const descriptors: (number | undefined)[] = marksOf(flow).descriptors.slice();
  descriptors[0] = flow.stdin;
  descriptors[1] = flow.stdout.fd;
  descriptors[2] = flow.stderr.fd;
  return { descriptors, opened: [], replacements: [], written: [], slow: [], regular: new Set(), piped: false };
}

/**
 * Lays the pipes that redirections of their stages may name (`2>&1 |`); the outcome of the pipeline where there is no
 * descriptor left. The others are laid as their stages start, so that a pipeline of any length needs few at a time.
 */
export function connect(live: Live, stages: readonly StageRun[], files: readonly StageFiles[]): Outcome | undefined {
  for (let index = 0; index + 1 < files.length; index += 1) {
    if (stages[index]?.redirects === undefined && stages[index + 1]?.redirects === undefined) continue;
    const failure = connectNext(live, files, index);
    if (failure !== undefined) return failure;
  }
  return undefined;
}

/** Lays the pipe between a stage and the next, if that has not been done. */
export function connectNext(live: Live, files: readonly StageFiles[], index: number): Outcome | undefined {
  const [writer, reader] = [files[index] as StageFiles, files[index + 1]];
  if (reader === undefined || writer.piped) return undefined;
  const pipe = createPipe(live.native);
  if (typeof pipe === "string") {
    const message = `cannot make a pipe: ${errnoText(pipe)}`;
    return notStarted({ kind: "CommandFault", message, errno: pipe, notStarted: true }, 126);
  }
  const [readEnd, writeEnd] = pipe;
  writer.piped = true;
  writer.descriptors[1] = writeEnd;
  writer.opened.push(writeEnd);
  reader.descriptors[0] = readEnd;
  reader.opened.push(readEnd);
  return undefined;
}

/** What a failed preparation says: the stage, and its outcome. */
export interface Unready {
  readonly stage: number;
  readonly outcome: Outcome;
}

/** Opens all redirections that can be opened at once; a missing file then keeps every stage from starting. */
export function openAll(
  processes: Processes,
  live: Live,
  flow: ScriptFlow,
  stages: readonly StageRun[],
  files: readonly StageFiles[],
): (Promise<void> | undefined)[] | Unready {
  const waits: (Promise<void> | undefined)[] = [];
  for (const [index, stage] of stages.entries()) {
    if (stage.redirects === undefined || stage.redirects.length === 0) {
      waits.push(undefined);
      continue;
    }
    try {
      const token = cookieToken(processes.run.options.runId, processes.run.commandCount + index + 1);
      const { redirects } = stage;
      waits.push(
        brieflyInNamespace(flow, () => openRedirects(live.native, flow, files[index] as StageFiles, redirects, token)),
      );
    } catch (thrown) {
      if (!(thrown instanceof RedirectTrouble)) throw thrown;
      waits.forEach((wait, at) => {
        // What was under way is given up; should it be open already, it is closed.
        wait?.catch(() => {}).finally(() => closeFiles(files[at] as StageFiles));
      });
      return { stage: index, outcome: notStarted(thrown.trouble, 1) };
    }
  }
  return waits;
}
