/** What the files of /proc and of a control group say (proc(5), cgroups(7)); undefined where a text is not as the manual has it. */

import type { Fill, InterfaceCounts, Stalls } from "./sample.ts";

/** The first line of /proc/stat: ticks with work, and all ticks. */
export function parseTicks(text: string | undefined): { readonly busy: number; readonly ticks: number } | undefined {
  const fields = /^cpu +([\d ]+)/
    .exec(text ?? "")?.[1]
    ?.trim()
    .split(" ")
    .map(Number);
  if (fields === undefined || fields.length < 4) return undefined;
  // Guests' time is counted in the first two already.
  const ticks = fields.slice(0, 8).reduce((sum, value) => sum + value, 0);
  const idle = (fields[3] ?? 0) + (fields[4] ?? 0);
  return { busy: ticks - idle, ticks };
}

/** /proc/loadavg: the first load, and "running/all" threads. */
export function parseLoad(
  text: string | undefined,
): { readonly load: number; readonly runnable: number; readonly threads: number } | undefined {
  const found = /^([\d.]+) [\d.]+ [\d.]+ (\d+)\/(\d+)/.exec(text ?? "");
  if (found === null) return undefined;
  return { load: Number(found[1]), runnable: Number(found[2]), threads: Number(found[3]) };
}

/** /proc/meminfo, in bytes. */
export function parseMemory(text: string | undefined): Fill | undefined {
  const total = numberAfter(text, /^MemTotal: +(\d+)/m);
  const available = numberAfter(text, /^MemAvailable: +(\d+)/m);
  if (total === undefined || available === undefined) return undefined;
  return { used: Math.max(0, total - available) * 1024, most: total * 1024 };
}

/** A file of /proc/pressure. */
export function parseStalls(text: string | undefined): Stalls | undefined {
  const some = numberAfter(text, /^some .*total=(\d+)/m);
  if (some === undefined) return undefined;
  return { some, full: numberAfter(text, /^full .*total=(\d+)/m) ?? 0 };
}

/** /proc/vmstat: pages that went to and from swap, and kills for want of memory (Linux 4.13). */
export function parseVmstat(text: string | undefined): { readonly swapped?: number; readonly oomKills?: number } {
  const read = numberAfter(text, /^pswpin (\d+)/m);
  const written = numberAfter(text, /^pswpout (\d+)/m);
  const oomKills = numberAfter(text, /^oom_kill (\d+)/m);
  return {
    ...(read === undefined || written === undefined ? {} : { swapped: read + written }),
    ...(oomKills === undefined ? {} : { oomKills }),
  };
}

/** /proc/sys/fs/file-nr: "in use, free of those, most". */
export function parseDescriptors(text: string | undefined): Fill | undefined {
  const found = /^(\d+)\s+(\d+)\s+(\d+)/.exec(text ?? "");
  return found === null ? undefined : { used: Number(found[1]) - Number(found[2]), most: Number(found[3]) };
}

/** /proc/uptime, in milliseconds. */
export function parseUptime(text: string | undefined): number | undefined {
  const seconds = numberAfter(text, /^([\d.]+)/);
  return seconds === undefined ? undefined : seconds * 1000;
}

/** /proc/net/dev, without loopback. */
export function parseInterfaces(text: string | undefined): ReadonlyMap<string, InterfaceCounts> {
  const found = new Map<string, InterfaceCounts>();
  for (const line of (text ?? "").split("\n")) {
    const colon = line.indexOf(":");
    const name = line.slice(0, Math.max(0, colon)).trim();
    if (name === "" || name === "lo" || found.size >= mostInterfaces) continue;
    const fields = line
      .slice(colon + 1)
      .trim()
      .split(/\s+/)
      .map(Number);
    const at = (index: number): number => fields[index] ?? 0;
    // Received: bytes packets errs drop …; sent, from the ninth: bytes packets errs drop.
    found.set(name, { packets: at(1) + at(9), troubles: at(2) + at(3) + at(10) + at(11) });
  }
  return found;
}

const mostInterfaces = 64;

/** A plain number of a file that holds nothing else; "max" (no limit) is none. */
export function parseNumber(text: string | undefined): number | undefined {
  return numberAfter(text, /^(\d+)\s*$/);
}

function numberAfter(text: string | undefined, pattern: RegExp): number | undefined {
  const found = pattern.exec(text ?? "")?.[1];
  return found === undefined ? undefined : Number(found);
}
