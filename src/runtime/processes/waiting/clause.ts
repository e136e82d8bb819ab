/** What a command waited for, as the end of a sentence. */

import type { Waiting } from "../../../records/index.ts";

/** "; it was waiting for 10.0.0.7:443"; empty where nothing is known. */
export function waitingClause(waiting: Waiting | undefined): string {
  return waiting === undefined ? "" : `; it was ${doing(waiting)}`;
}

function doing({ on, subject, holder, share }: Waiting): string {
  switch (on) {
    case "peer":
      return subject === undefined ? "waiting for another program of this host" : `waiting for ${subject}`;
    case "lock":
      if (holder !== undefined && subject !== undefined) return `waiting for the lock ${subject}, which ${holder} has`;
      if (holder !== undefined) return `waiting for a lock, which ${holder} has`;
      return subject === undefined ? "waiting for a lock" : `waiting for the lock ${subject}`;
    case "disk":
      return subject === undefined ? "waiting for a disk" : `waiting for the disk that has ${subject}`;
    case "processor":
      return share === undefined ? "computing" : `computing, with ${share.toFixed(2)} of a processor`;
    case "input":
      if (holder !== undefined) return `waiting for input from ${holder}`;
      return subject === undefined ? "waiting for input" : `waiting for input from ${subject}`;
    case "reader":
      if (holder !== undefined) return `waiting for ${holder} to read its output`;
      return subject === undefined
        ? "waiting for somebody to read its output"
        : `waiting for somebody to read ${subject}`;
    case "timer":
      return "sleeping";
    case "stopped":
      return "stopped";
  }
}
