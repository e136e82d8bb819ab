/** One writer at a time: a lock on a file, which ends with its process (flock(2)). */

import { setTimeout as sleep } from "node:timers/promises";
import { tryLockFile, waitForLockedFile } from "../../runtime/index.ts";
import type { LogProblem } from "../problem.ts";

/** Milliseconds; a batch takes some, an import of a million entries a minute. */
const usualPatience = 60_000;

/** Undefined once the lock is held. */
export async function lockFile(fd: number, folder: string, patience = usualPatience): Promise<LogProblem | undefined> {
  const end = performance.now() + patience;
  for (let errno = await tryLockFile(fd); errno !== null; errno = await tryLockFile(fd)) {
    if (errno !== "EAGAIN" && errno !== "EINTR") return busy(`${folder} cannot be locked: ${errno}`);
    const left = end - performance.now();
    if (left < 0) return busy(`another process has been writing to ${folder} for a minute`);
    const waiting = new AbortController();
    try {
      const { signal } = waiting;
      if (await Promise.race([waitForLockedFile(fd), sleep(left, false, { signal })])) return undefined;
    } finally {
      waiting.abort();
    }
  }
  return undefined;
}

function busy(message: string): LogProblem {
  return { code: "LOG-10", message, help: "wait until it has ended, then append again", kind: "busy" };
}
