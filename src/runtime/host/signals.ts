/** Signals to other processes. */

import { readFileSync } from "node:fs";
import { nearest } from "../../diagnostics/index.ts";
import { Refusal } from "../files/refusal.ts";

/** Sends a signal; refuses this process, the first one, and what would mean many. */
export function sendSignal(pid: number, name: string): void {
  const number = signalNumber(name);
  const refuse = (why: string): Refusal => new Refusal("ArgumentFault", why, "EINVAL", "pid");
  if (pid === 1) throw refuse("the first process of a host keeps all others: it is not ended by a script");
  if (pid < 1) throw refuse(`${pid} is no number of a process: those below 1 mean many at once`);
  if (pid === process.pid) throw refuse("it is the process that runs this script: `exit` ends that");
  process.kill(pid, number);
}

function signalNumber(name: string): number {
  const { signals } = process.getBuiltinModule("node:os").constants;
  const known = new Map(Object.entries(signals).map(([each, number]) => [each.replace(/^SIG/, ""), number]));
  const bare = name.toUpperCase().replace(/^SIG/, "");
  const number = known.get(bare);
  if (number !== undefined) return number;
  const close = nearest(bare, known.keys());
  const shown = JSON.stringify(name);
  const message =
    close === undefined
      ? `there is no signal ${shown}; names are such as TERM, HUP and KILL`
      : `there is no signal ${shown}; the nearest is ${close}`;
  throw new Refusal("ArgumentFault", message, "EINVAL", "signal");
}

/** Whether there is such a process that has not ended; one that waits for its parent to notice has. */
export function isRunning(pid: number): boolean {
  if (pid < 1) throw new Refusal("ArgumentFault", `${pid} is no number of a process`, "EINVAL", "pid");
  try {
    process.kill(pid, 0);
  } catch (thrown) {
    // That it may not be signalled tells that it is there.
    if ((thrown as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return !isZombie(pid);
}

function isZombie(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    return /^[ZX]/.test(stat.slice(stat.lastIndexOf(")") + 2));
  } catch {
    return false;
  }
}
