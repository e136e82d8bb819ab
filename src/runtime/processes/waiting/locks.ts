/** Who has the lock that a process waits for (`/proc/locks`, proc_locks(5)). */

import { procText } from "./proc-text.ts";

/** The process that has what `pid` waits for; undefined where that is not told. */
export function lockHolder(pid: number, text = procText("locks")): number | undefined {
  const lines = text.split("\n").map((line) => line.trim().split(/\s+/));
  // "6: -> FLOCK ADVISORY WRITE 5123 fe:00:131102 0 EOF" stands behind the lock's own line, "6: FLOCK …".
  const waiting = lines.find((words) => words[1] === "->" && words[5] === String(pid));
  const holder = lines.find((words) => words[0] === waiting?.[0] && words[1] !== "->")?.[4];
  const found = Number(holder);
  return waiting !== undefined && Number.isInteger(found) && found > 0 ? found : undefined;
}
