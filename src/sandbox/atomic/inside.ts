/** Which processes are within a mount namespace. */

import { readdirSync, readFileSync, statSync } from "node:fs";

export interface Insider {
  readonly pid: number;
  readonly name: string;
}

/** All that this user may look at; this process itself does not count. */
export function insidersOf(namespace: bigint): readonly Insider[] {
  return readdirSync("/proc").flatMap((entry) => {
    const pid = Number(entry);
    if (!Number.isInteger(pid) || pid === process.pid) return [];
    try {
      if (statSync(`/proc/${pid}/ns/mnt`, { bigint: true }).ino !== namespace) return [];
      return [{ pid, name: readFileSync(`/proc/${pid}/comm`, "utf8").trimEnd() }];
    } catch {
      // It has ended, or is another user's.
      return [];
    }
  });
}
