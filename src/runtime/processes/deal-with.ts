/** Whether a running command may deal with Ctrl-C itself, as editors and pagers do, or is about to die of it (architecture: the terminal). */

import { readFileSync } from "node:fs";
import type { Command } from "./live.ts";
import type { Processes } from "./processes.ts";

// Milliseconds: a command that had ended already, and took no longer than this, hardly knew of the signal.
const tooShort = 100;
const SIGINT = 2n;

/** Whether one of the commands in the foreground catches or ignores SIGINT; without any the script itself is meant. */
export function mayDealWithInterrupt({ live }: Processes): boolean {
  if (live === null) return false;
  return [...live.commands].some((command) => !command.background && mayDealWith(command));
}

function mayDealWith(command: Command): boolean {
  const status = statusOf(command.pid);
  // Without /proc nobody knows: the command's own end will tell.
  if (status === undefined) return true;
  if (/^State:\s+[ZX]/m.test(status)) return performance.now() - command.began > tooShort;
  return has(status, "SigCgt") || has(status, "SigIgn");
}

function has(status: string, set: string): boolean {
  const mask = new RegExp(`^${set}:\\s+([0-9a-f]+)$`, "m").exec(status)?.[1];
  return mask === undefined || ((BigInt(`0x${mask}`) >> (SIGINT - 1n)) & 1n) === 1n;
}

function statusOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/status`, "latin1");
  } catch {
    return undefined;
  }
}
