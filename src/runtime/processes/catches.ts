/** Whether a process catches or ignores a signal, as the system shows it (proc(5)). */

import { readFileSync } from "node:fs";
import { signalNumber } from "./errno.ts";

/** Whether a command's process catches or ignores a signal that has come to it; of one that has ended not of it, the system still knows. */
export function mayDealWith(pid: number, signal: string): boolean {
  const status = readOf(pid, "status");
  // Without /proc nobody knows: the command's own end will tell.
  if (status === undefined) return true;
  if (/^State:\s+[ZX]/m.test(status) && endedBy(pid) === signalNumber(signal)) return false;
  return has(status, "SigCgt", signal) || has(status, "SigIgn", signal);
}

/** The signal that a process that waits to be waited for died of; 0 for none, or where nobody may know. */
function endedBy(pid: number): number {
  const stat = readOf(pid, "stat") ?? "";
  return Number(stat.slice(stat.lastIndexOf(" ") + 1)) & 0x7f;
}

function has(status: string, set: string, signal: string): boolean {
  const mask = new RegExp(`^${set}:\\s+([0-9a-f]+)$`, "m").exec(status)?.[1];
  return mask === undefined || ((BigInt(`0x${mask}`) >> BigInt(signalNumber(signal) - 1)) & 1n) === 1n;
}

function readOf(pid: number, name: "status" | "stat"): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "latin1");
  } catch {
    return undefined;
  }
}
