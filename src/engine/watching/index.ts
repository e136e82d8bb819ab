/** What `dscript watch` has beside a run: one watcher a script and host, the caps over its restarts, and what a firing is told to. */

import { realpathSync } from "node:fs";
import { type Fault, type FiringEnd, holdLock, type WatchOptions } from "../../runtime/index.ts";
import { codeOfFault, exitCode } from "../exit-code.ts";
import type { Outcome } from "../run-script.ts";
import type { RunState } from "../state.ts";
import type { Unprepared } from "../unprepared.ts";
import { openCaps } from "./caps.ts";

export interface Watching {
  readonly options: WatchOptions;
  /** Lets another watcher begin. */
  readonly end: () => void;
}

export interface WatchingRequest {
  /** As it was given. */
  readonly name: string;
  /** The script's absolute path; empty for standard input. */
  readonly path: string;
  readonly lockFolder: string;
  readonly state: RunState;
  readonly lasts: number | undefined;
  readonly say: (sentence: string) => void;
  /** Tells whoever is to be told of faults. */
  readonly failed: (fault: Fault, ended: Pick<Outcome, "code" | "commands" | "milliseconds">) => Promise<void>;
}

/** Opens a watch; why it cannot begin, where another process watches the script. */
export async function openWatching(request: WatchingRequest): Promise<Watching | Unprepared> {
  const { name, path, lockFolder, state, lasts, say, failed } = request;
  if (path === "")
    return refused(
      exitCode.usage,
      "a watch takes a file: standard input cannot be watched again",
      "dscript watch FILE",
    );
  const real = realpathSync(path);
  let held: (() => void) | string;
  try {
    held = await holdLock(lockFolder, `watch ${real}`);
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code ?? "EIO";
    return refused(
      codeOfFault("LockFault", "SystemFault"),
      `the lock of ${name} cannot be taken: ${code}`,
      `see who may write to the folder ${lockFolder}`,
    );
  }
  if (typeof held === "string") {
    const who = held === "" ? "another process" : `process ${held}`;
    return refused(exitCode.busy, `${who} watches ${name} already`, "end that one first, or leave it to it");
  }
  const release = held;
  const caps = openCaps(state, real, say);
  return {
    options: {
      lasts,
      fired: caps.fired,
      keep: caps.keep,
      // A firing is a run of its own: what keeps a journal of it begins here, and ends with what this gives.
      begin: () => (end) => told(end),
      say,
    },
    end: release,
  };

  async function told({ fault, milliseconds }: FiringEnd): Promise<void> {
    if (fault === undefined) return;
    const code = codeOfFault(fault.kind, fault.diagnosis.ranked[0]?.class ?? "SoftwareFault");
    await failed(fault, { code, commands: 0, milliseconds });
  }
}

function refused(code: number, problem: string, next: string): Unprepared {
  return { code, problem: { problem, next }, diagnostics: [], leftOut: [] };
}
