/** The limits of a world: all its processes are ended at once where they are too many, or have too much memory. */

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { release } from "node:os";
import { join } from "node:path";
import type { Limits } from "../campaign/campaign.ts";

// How often it looks, in milliseconds: a loop that forks makes a few hundred processes in that time.
const often = 50;
const pageSize = 4096;

export interface Watch {
  /** Which limit was passed. */
  readonly over: () => "memory" | "processes" | undefined;
  readonly end: () => void;
}

/** Watches the processes of the `/proc` of a world whose first process this is. */
export function watchLimits(proc: string, limits: Limits): Watch {
  let over: "memory" | "processes" | undefined;
  const timer = setInterval(() => {
    const { processes, memory } = countIn(proc);
    const passed = processes > limits.processes ? "processes" : memory > limits.memory ? "memory" : undefined;
    if (passed === undefined) return;
    over ??= passed;
    killAll();
  }, often);
  return { over: () => over, end: () => clearInterval(timer) };
}

/** To the first process of a namespace, -1 is every other process of it, and nobody else: kill(2) tells all of them before one can fork. */
function killAll(): void {
  if (process.pid === 1) process.kill(-1, "SIGKILL");
}

function countIn(proc: string): { readonly processes: number; readonly memory: number } {
  let [processes, memory] = [0, 0];
  for (const name of readdirSync(proc)) {
    if (!/^\d+$/.test(name) || name === "1") continue;
    try {
      const [, resident, shared] = readFileSync(join(proc, name, "statm"), "latin1").split(" ");
      // What has ended and waits for its parent takes nothing.
      if (Number(resident) === 0) continue;
      processes += 1;
      memory += (Number(resident) - Number(shared)) * pageSize;
    } catch {
      // It has ended meanwhile.
    }
  }
  return { processes, memory };
}

// From this version of Linux on, each process namespace has a limit of its own.
const [major, minor] = [6, 14];
/** Numbers that the kernel keeps for itself. */
const reserved = 300;
/** A burst that could get no further number would end ahead of the watch's next look, and nobody would have seen it. */
const burst = 1024;

/** A limit that the kernel keeps, where it can: the watch sees a burst late. */
export function limitNumbers(processes: number): void {
  const [first = 0, second = 0] = release().split(".").map(Number);
  if (process.pid !== 1 || first < major || (first === major && second < minor)) return;
  try {
    writeFileSync("/proc/sys/kernel/pid_max", String(2 * processes + reserved + burst));
  } catch {
    // An older way of saying no: the watch is left.
  }
}

/** When memory runs out on the host, this goes first. */
export function volunteer(): void {
  try {
    writeFileSync("/proc/self/oom_score_adj", "1000");
  } catch {
    // As ordinary processes then.
  }
}
