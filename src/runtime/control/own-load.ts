/** Whether the script itself computes when its time runs out: an endless loop is told from a script that waits. */

import { readFileSync } from "node:fs";
import type { Waiting } from "../../records/index.ts";
import { steadyNow } from "../clock.ts";
import { after } from "../processes/limit.ts";

export interface OwnLoad {
  /** `processor` where it computed, or wanted to; undefined where it waited. */
  readonly waiting: () => Waiting | undefined;
  readonly end: () => void;
}

/** Of the run's time the last part counts, in milliseconds. */
const lastPart = 500;
const computes = 0.8;

interface Reading {
  readonly at: number;
  /** Milliseconds that the script's thread ran, and waited for a processor. */
  readonly ran: number;
  readonly wanted: number;
}

/** Starts watching a run that may take so many milliseconds. */
export function watchOwnLoad(milliseconds: number): OwnLoad {
  const start = read();
  let from = start;
  const end =
    milliseconds > lastPart
      ? after(milliseconds - lastPart, () => {
          from = read();
        })
      : (): void => {};
  return {
    waiting() {
      const now = read();
      // Code that does not look up lets both timers fire at once: then its whole time counts.
      const since = now.at - from.at < lastPart / 2 ? start : from;
      const elapsed = Math.max(1, now.at - since.at);
      const share = (now.ran - since.ran) / elapsed;
      if (share + (now.wanted - since.wanted) / elapsed < computes) return undefined;
      return { on: "processor", share: Math.round(share * 100) / 100 };
    },
    end,
  };
}

/** By the scheduler's own counts, in nanoseconds (Documentation/scheduler/sched-stats.rst); else what the process used. */
function read(): Reading {
  const at = steadyNow();
  try {
    const [ran = 0, wanted = 0] = readFileSync("/proc/self/schedstat", "latin1").split(" ").map(Number);
    if (ran > 0) return { at, ran: ran / 1e6, wanted: wanted / 1e6 };
  } catch {
    // No /proc, or a kernel without these counts.
  }
  const { user, system } = process.cpuUsage();
  return { at, ran: (user + system) / 1000, wanted: 0 };
}
