/** How many threads this process's user has, beside the most that it may have (RLIMIT_NPROC, getrlimit(2)). */

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Fill } from "./sample.ts";

/** Milliseconds that counting may take. */
const patience = 20;

/** Undefined for root, who has no limit, without a limit, and where /proc does not tell, or not in time. */
export function userProcesses(proc: string): Fill | undefined {
  const uid = process.getuid?.() ?? 0;
  if (uid === 0) return undefined;
  try {
    const limit = /^Max processes +(\d+)/m.exec(readFileSync(join(proc, "self/limits"), "utf8"))?.[1];
    if (limit === undefined) return undefined;
    const until = performance.now() + patience;
    let used = 0;
    for (const name of readdirSync(proc)) {
      if (!/^\d+$/.test(name)) continue;
      if (performance.now() > until) return undefined;
      used += threadsOf(join(proc, name), uid);
    }
    return { used, most: Number(limit) };
  } catch {
    return undefined;
  }
}

function threadsOf(folder: string, uid: number): number {
  try {
    if (statSync(folder).uid !== uid) return 0;
    return Number(/^Threads:\s+(\d+)/m.exec(readFileSync(join(folder, "status"), "latin1"))?.[1] ?? 1);
  } catch {
    // It has ended meanwhile, or is hidden.
    return 0;
  }
}
