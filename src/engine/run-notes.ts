/** What a run leaves about itself in its folder: who it is, with its first record, and how it ended (configuration, the state folder). */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { classOf, type FaultClass, type FaultKind, type Program } from "../records/index.ts";
import type { Fault } from "../runtime/index.ts";
import { ownHolder } from "../sinks/index.ts";
import type { Outcome } from "./run-script.ts";
import type { RunState } from "./state.ts";

/** `run.json`: there from the first record on, so that a run that lives, or was killed, has a name. */
export interface RunNote {
  /** As it was given on the command line; "-" for standard input. */
  readonly script: string;
  /** The script's absolute path; empty for standard input. */
  readonly path: string;
  /** The process that runs it, as `isAlive` reads it. */
  readonly holder: string;
}

/** `end.json`: how the run ended. */
export interface EndNote {
  readonly script: string;
  readonly path: string;
  /** The exit code. */
  readonly code: number;
  readonly milliseconds: number;
  readonly commands: number;
  /** Failures that nobody looked at. */
  readonly unseen: number;
  readonly interrupted: boolean;
  /** The fault that ended it: what happened, the class that comes first, and where. */
  readonly kind?: FaultKind;
  readonly class?: FaultClass;
  readonly message?: string;
  readonly line?: number;
  readonly records: number;
  /** Marks the content of the script and what it imports (`contentMark`). */
  readonly mark?: string;
}

type Ending = Omit<EndNote, "script" | "path" | "records" | "mark">;

/** What is noted of an outcome; `messages` are the faults' own, secrets masked. */
export function endingOf(outcome: Outcome, program: Program, messages: ReadonlyMap<Fault, string>): Ending {
  const { code, commands, unseen, milliseconds, interrupted, faults } = outcome;
  const ending = { code, commands, unseen, milliseconds, interrupted };
  const [fault] = faults;
  if (fault === undefined) return ending;
  return {
    ...ending,
    kind: fault.kind,
    class: classOf(fault.diagnosis),
    message: messages.get(fault) ?? "",
    line: program.sites[fault.site]?.line ?? 0,
  };
}

/** UTF-16 units of a message. */
const longestMessage = 500;

export function noteStart(folder: string, { script, path }: Pick<RunNote, "script" | "path">): void {
  const note: RunNote = { script, path, holder: ownHolder() };
  put(join(folder, "run.json"), note);
}

/** Also makes the folder of a run that recorded nothing; where that cannot be, nobody is told: nothing else is missing. */
export function noteEnd(state: RunState, note: EndNote): void {
  const folder = state.quietFolder();
  if (folder === undefined) return;
  const message = note.message;
  const isLong = message !== undefined && message.length > longestMessage;
  put(join(folder, "end.json"), isLong ? { ...note, message: `${message.slice(0, longestMessage - 1)}…` } : note);
}

function put(path: string, note: RunNote | EndNote): void {
  try {
    writeFileSync(path, `${JSON.stringify(note)}\n`, { mode: 0o600 });
  } catch {
    // A full disk is told by the records themselves.
  }
}
