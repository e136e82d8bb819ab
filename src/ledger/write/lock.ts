/** One writer at a time: a lock on a file, which ends with its process (flock(2)). */

import { setTimeout as sleep } from "node:timers/promises";
import { tryLockFile } from "../../runtime/index.ts";
import type { LogProblem } from "../problem.ts";

/** Milliseconds; a batch takes some, an import of a million entries a minute. */
const usualPatience = 60_000;
const longestPause = 2;

/** Undefined once the lock is held. */
export async function lockFile(fd: number, folder: string, patience = usualPatience): Promise<LogProblem | undefined> {
  const end = performance.now() + patience;
  for (let errno = await tryLockFile(fd); errno !== null; errno = await tryLockFile(fd)) {
    if (errno !== "EAGAIN" && errno !== "EINTR") return busy(`${folder} cannot be locked: ${errno}`);
    if (performance.now() > end) return busy(`another process has been writing to ${folder} for a minute`);
    // Pauses of different lengths, so that writers do not meet again and again.
    await sleep(Math.random() * longestPause);
  }
  return undefined;
}

function busy(message: string): LogProblem {
  return { code: "LOG-10", message, help: "wait until it has ended, then append again", kind: "busy" };
}
