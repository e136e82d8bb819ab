/** Whether this host's clock can be right: time does not run backwards, and files were written in the past. */

import { statSync } from "node:fs";

/** Files that packages, logins and the engine itself write on every host; the newest of them is what counts. */
const witnesses = ["/var/lib/dpkg/status", "/var/log/wtmp", "/var/log", "/etc", "/var/cache", "/run", "/tmp"];
/** Milliseconds: file servers and containers may differ by so much. */
const slack = 3_600_000;

/** True where a file was written later than now: the clock is behind. Never throws. */
export function isClockBehind(paths: readonly string[] = witnesses, now: number = Date.now()): boolean {
  return paths.some((path) => {
    try {
      return (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > now + slack;
    } catch {
      return false;
    }
  });
}
