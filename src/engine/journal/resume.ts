/** Taking up a run whose engine ended: its journal, locked, and what of it is to be finished or taken back. */

import { closeSync, ftruncateSync, openSync } from "node:fs";
import { join } from "node:path";
import { tryLockFile } from "../../runtime/index.ts";
import { exitCode } from "../exit-code.ts";
import type { LoadProblem } from "../unprepared.ts";
import { journalName, type KnownJournal, lastEnd, noJournal, openPlans, readJournal } from "./read.ts";

/** A run that is taken up; whoever has it holds the lock until `fd` is closed. */
export interface TakenUp extends KnownJournal {
  readonly root: string;
  readonly id: string;
  readonly folder: string;
  readonly fd: number;
  /** The key of the plan that is to be taken back; null to finish what is unfinished. */
  readonly takesBack: string | null;
}

export type Aim = "finish" | "undo";

export interface Refusal {
  readonly code: number;
  readonly problem: LoadProblem;
}

/** Takes a run up. Refused: it has no journal, a damaged one, nothing to do, or another engine holds it. */
export async function takeUp(
  found: { readonly id: string; readonly folder: string; readonly root: string },
  aim: Aim,
): Promise<TakenUp | Refusal> {
  const { id, folder } = found;
  const opened = openFor(folder);
  if (typeof opened === "string") return refused(exitCode.usage, `run ${id} cannot be taken up: ${opened}`, listing);
  const errno = await tryLockFile(opened);
  if (errno !== null) {
    closeSync(opened);
    return refused(exitCode.willResume, `another engine holds the journal of run ${id}`, "wait until it has ended");
  }
  // Read once it is ours: whoever had it may have written on.
  const known = readJournal(folder);
  if (typeof known === "string") {
    closeSync(opened);
    const next = `\`dscript abandon ${id}\` gives it up; what its plans did then stays`;
    return refused(exitCode.usage, `run ${id} cannot be taken up: ${known}`, next);
  }
  const target = targetOf(known, aim);
  if (target === undefined || (target !== null && isForgotten(known, target))) {
    closeSync(opened);
    return refused(exitCode.usage, nothingToDo(id, known, aim), listing);
  }
  if (known.isTorn) ftruncateSync(opened, known.length);
  return { ...found, ...known, fd: opened, takesBack: target };
}

const listing = "dscript runs --unfinished lists the runs that can be";

function openFor(folder: string): number | string {
  try {
    return openSync(join(folder, journalName), "r+");
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code ?? "EIO";
    return code === "ENOENT" ? noJournal : `its journal cannot be opened: ${code}`;
  }
}

/** An unfinished plan goes first; one that is done, or that could not be taken back whole, can still be. */
function targetOf({ entries }: KnownJournal, aim: Aim): string | null | undefined {
  const open = openPlans(entries).at(-1);
  if (aim === "finish") return open === undefined ? undefined : null;
  if (open !== undefined) return open.key;
  const last = lastEnd(entries);
  return last?.state === "undone" ? undefined : last?.key;
}

/** Whether a run's plan has been taken back already, so that `undo` has nothing to do there. */
export function isTakenBack(folder: string): boolean {
  const known = readJournal(folder);
  if (typeof known === "string" || openPlans(known.entries).length > 0) return false;
  return lastEnd(known.entries)?.state === "undone";
}

/** The plan is done, and with that the old state of the trees that it committed is gone. */
function isForgotten({ entries }: KnownJournal, key: string): boolean {
  const isDone = entries.some((each) => each.do === "ended" && each.key === key && each.state === "done");
  return isDone && entries.some((each) => each.do === "atomic" && each.key.startsWith(`${key}.`));
}

function nothingToDo(id: string, { entries }: KnownJournal, aim: Aim): string {
  const state = lastEnd(entries)?.state ?? "done";
  if (aim === "undo" && state === "done")
    return `run ${id} cannot be taken back: its plan is done, and what it changed in \`atomic\` blocks was kept only until then`;
  return aim === "finish"
    ? `there is nothing to finish in run ${id}: its plan is ${state}`
    : `there is nothing to take back in run ${id}: its plan is ${state}`;
}

function refused(code: number, problem: string, next: string): Refusal {
  return { code, problem: { problem, next } };
}
