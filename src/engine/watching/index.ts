/** What `dscript watch` has beside a run: one watcher a script and host, the caps over its restarts, and what a firing is told to. */

import { realpathSync } from "node:fs";
import type { Journal } from "../../records/index.ts";
import { type Fault, type FiringEnd, holdLock, type RunOptions } from "../../runtime/index.ts";
import { codeOf, codeOfFault, exitCode } from "../exit-code.ts";
import type { Header } from "../journal/header.ts";
import type { TakenUp } from "../journal/resume.ts";
import type { Outcome } from "../run-script.ts";
import type { RunState } from "../state.ts";
import type { Unprepared } from "../unprepared.ts";
import { openCaps } from "./caps.ts";
import { createFirings } from "./firings.ts";

export interface Watching {
  /** What the run's options get. */
  readonly options: Pick<RunOptions, "watching" | "journal">;
  /** Lets another watcher begin; whether the firing that was taken up stays unfinished. */
  readonly end: () => boolean;
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
  /** The watch's own; absent in a test, where nothing is journaled. */
  readonly journal?: Journal;
  readonly headerFor: (state: RunState) => Header;
  /** A firing whose engine ended: it alone is run again. */
  readonly resumes?: NonNullable<Header["watch"]>;
  readonly earlier?: TakenUp;
  /** Told of a firing whose plan stays unfinished, by its run's id. */
  readonly unfinished: (id: string) => void;
}

/** Opens a watch; why it cannot begin, where another process watches the script. */
export async function openWatching(request: WatchingRequest): Promise<Watching | Unprepared> {
  const { name, path, state, lasts, say, failed, journal, resumes } = request;
  if (path === "")
    return refused(
      exitCode.usage,
      "a watch takes a file: standard input cannot be watched again",
      "dscript watch FILE",
    );
  const real = realpathSync(path);
  // What is taken up is locked by its journal.
  const release = resumes === undefined ? await takeLock(request, real) : () => undefined;
  if (typeof release !== "function") return release;
  const caps = openCaps(state, real, say);
  const firings = journal === undefined ? undefined : createFirings({ ...request, main: journal, script: name });
  return {
    options: {
      watching: {
        lasts,
        ...(resumes === undefined ? {} : { resumes }),
        fired: caps.fired,
        keep: caps.keep,
        begin(firing) {
          const close = firings?.begin(firing);
          return async (end) => {
            close?.(end);
            await told(end);
          };
        },
        say,
      },
      ...(firings === undefined ? {} : { journal: firings.journal }),
    },
    end() {
      release();
      return firings?.isUnfinished() ?? false;
    },
  };

  async function told({ fault, milliseconds }: FiringEnd): Promise<void> {
    if (fault === undefined) return;
    await failed(fault, { code: codeOf(fault), commands: 0, milliseconds });
  }
}

/** What gives the script free again, or why it is not ours. */
async function takeLock({ name, lockFolder }: WatchingRequest, path: string): Promise<(() => void) | Unprepared> {
  try {
    const held = await holdLock(lockFolder, `watch ${path}`);
    if (typeof held === "function") return held;
    const who = held === "" ? "another process" : `process ${held}`;
    return refused(exitCode.busy, `${who} watches ${name} already`, "end that one first, or leave it to it");
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code ?? "EIO";
    const next = `see who may write to the folder ${lockFolder}`;
    return refused(codeOfFault("LockFault", "SystemFault"), `the lock of ${name} cannot be taken: ${code}`, next);
  }
}

function refused(code: number, problem: string, next: string): Unprepared {
  return { code, problem: { problem, next }, diagnostics: [], leftOut: [] };
}
