/** Which failures a measured quantity explains. A table: what is exhausted, and how calls fail then. */

import type { FailureEvent } from "./event.ts";

interface Match {
  /** Keys of samples, by their beginning; upper and lower case do not matter. */
  readonly keys: readonly string[];
  readonly errnos: readonly string[];
  readonly kinds: readonly string[];
  /** In messages. */
  readonly says: RegExp | undefined;
}

const table: readonly Match[] = [
  { keys: ["FreeBytes"], errnos: ["ENOSPC", "EDQUOT"], kinds: [], says: /no space left|disk full|quota exceeded/i },
  { keys: ["FreeInodes"], errnos: ["ENOSPC"], kinds: [], says: /no space left/i },
  {
    keys: ["Memory", "OomKills", "PressureMemory"],
    errnos: ["ENOMEM", "EAGAIN"],
    kinds: [],
    says: /SIGKILL|out of memory|cannot allocate memory|oom/i,
  },
  {
    keys: ["Processes", "Threads", "Runnable"],
    errnos: ["EAGAIN"],
    kinds: [],
    says: /cannot fork|resource temporarily unavailable|process table/i,
  },
  { keys: ["Descriptors"], errnos: ["EMFILE", "ENFILE"], kinds: [], says: /too many open files/i },
  {
    keys: ["Cpu", "Load", "PressureCpu", "PressureIo"],
    errnos: ["ETIMEDOUT"],
    kinds: ["TimeoutFault", "ResponseCheckPoint"],
    says: /timed out|did not end within|did not answer|took longer/i,
  },
  {
    keys: ["NetErrors"],
    errnos: ["ETIMEDOUT", "ECONNRESET", "EHOSTUNREACH", "ENETUNREACH"],
    kinds: ["NetworkFault"],
    says: undefined,
  },
  { keys: ["ClockStep"], errnos: [], kinds: [], says: /certificate|clock|time/i },
];

/** The key, of those out of range, that explains a failure; undefined where none does. */
export function explains(keys: readonly string[], event: FailureEvent): string | undefined {
  return keys.find((key) => {
    const [name = ""] = key.split(":");
    const rows = table.filter((row) => row.keys.some((one) => one.toLowerCase() === name.toLowerCase()));
    return rows.some(
      ({ errnos, kinds, says }) =>
        errnos.includes(event.errno) || kinds.includes(event.kind) || says?.test(event.message) === true,
    );
  });
}
