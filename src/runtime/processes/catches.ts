/** Whether a process catches or ignores a signal, as the system shows it (proc(5)). */

import { readFileSync } from "node:fs";
import { signalNumber } from "./errno.ts";

/** A process of ours, and when it started: performance.now(). */
interface Started {
  readonly pid: number;
  readonly began: number;
}

// Milliseconds: a command that had ended already, and took no longer than this, hardly knew of the signal.
const tooShort = 100;

/** Whether a command catches or ignores a signal that has come to it; of one that has ended already, it is thought so where it `mayHaveKnown`. */
export function mayDealWith(command: Started, signal: string, mayHaveKnown = false): boolean {
  const status = statusOf(command.pid);
  // Without /proc nobody knows: the command's own end will tell.
  if (status === undefined) return true;
  if (/^State:\s+[ZX]/m.test(status)) return mayHaveKnown && performance.now() - command.began > tooShort;
  return has(status, "SigCgt", signal) || has(status, "SigIgn", signal);
}

function has(status: string, set: string, signal: string): boolean {
  const mask = new RegExp(`^${set}:\\s+([0-9a-f]+)$`, "m").exec(status)?.[1];
  return mask === undefined || ((BigInt(`0x${mask}`) >> BigInt(signalNumber(signal) - 1)) & 1n) === 1n;
}

function statusOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/status`, "latin1");
  } catch {
    return undefined;
  }
}
