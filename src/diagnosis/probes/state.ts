/** How this host is doing: its network, its memory. */

import { readFileSync } from "node:fs";

/** Whether anything but loopback is up, and routed. */
export function networkIsUp(): boolean {
  const addresses = Object.values(os().networkInterfaces()).flatMap((list) => list ?? []);
  if (addresses.every((address) => address.internal)) return false;
  try {
    // A line of headings, then one a route; IPv6 lists routes of loopback too.
    const routes = readFileSync("/proc/net/route", "utf8").trim().split("\n").length - 1;
    const routes6 = readFileSync("/proc/net/ipv6_route", "utf8")
      .split("\n")
      .filter((line) => line !== "" && !line.endsWith(" lo"));
    return routes > 0 || routes6.length > 0;
  } catch {
    return true;
  }
}

/** The share of memory that is free, 0 to 1. */
export function availableMemory(): number {
  try {
    const text = readFileSync("/proc/meminfo", "utf8");
    const total = Number(/^MemTotal:\s+(\d+)/m.exec(text)?.[1]);
    const available = Number(/^MemAvailable:\s+(\d+)/m.exec(text)?.[1]);
    if (total > 0 && available >= 0) return available / total;
  } catch {
    // Not Linux, or no /proc: the coarser figure.
  }
  return os().freemem() / os().totalmem();
}

/** Loaded with the first diagnosis: most runs have none. */
function os(): typeof import("node:os") {
  return process.getBuiltinModule("node:os");
}
