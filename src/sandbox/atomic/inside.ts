/** Which processes are within a mount namespace. */

import { readdirSync, readFileSync, readlinkSync } from "node:fs";

export interface Insider {
  readonly pid: number;
  readonly name: string;
}

/** How many processes this host has started so far, and the last one's number. */
export interface Moment {
  readonly started: number;
  readonly last: number;
}

/** Now; undefined where /proc does not tell. */
export function momentOfProcesses(): Moment | undefined {
  try {
    // Of another host's /proc, as it were, the numbers are others.
    if (readlinkSync("/proc/self") !== String(process.pid)) return undefined;
    const [, started = ""] = /^processes (\d+)$/m.exec(readFileSync("/proc/stat", "utf8")) ?? [];
    const last = readFileSync("/proc/loadavg", "utf8").trimEnd().split(" ").at(-1) ?? "";
    return started === "" || last === "" ? undefined : { started: Number(started), last: Number(last) };
  } catch {
    return undefined;
  }
}

/** All that this user may look at; this process itself does not count. `since` is when nobody had entered it yet. */
export function insidersOf(namespace: bigint, since: Moment | undefined): readonly Insider[] {
  const target = `mnt:[${namespace}]`;
  return candidates(since).flatMap((pid) => {
    if (pid === process.pid) return [];
    try {
      if (readlinkSync(`/proc/${pid}/ns/mnt`) !== target) return [];
      return [{ pid, name: readFileSync(`/proc/${pid}/comm`, "utf8").trimEnd() }];
    } catch {
      // It has ended, or is another user's.
      return [];
    }
  });
}

/** Numbers are given upwards, and from the beginning again at the end: as many as have been started are worth a look. */
const few = 1000;

/** Processes that may have been started since: who is within was started by who is. */
function candidates(since: Moment | undefined): readonly number[] {
  const now = since === undefined ? undefined : momentOfProcesses();
  if (since !== undefined && now !== undefined && now.started - since.started < few) {
    const count = now.last - since.last;
    if (count >= 0 && count < few) return Array.from({ length: count }, (_, index) => since.last + 1 + index);
  }
  return readdirSync("/proc").map(Number).filter(Number.isInteger);
}
