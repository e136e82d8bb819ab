/** Other processes that want the processor and memory; they end with their world. */

import { readFileSync } from "node:fs";
import type { StartChild } from "../../engine/index.ts";
import type { World } from "./world.ts";

/** Constant texts for /bin/sh. */
const busy = "while :; do :; done";
/** BYTES: what has no end of line stays in memory until the input ends, which it does not. */
const holding = `{ head -c "$1" /dev/zero; exec sleep 86400; } | tail >/dev/null`;

/** Starts them; the value is how many bytes they take. Nobody waits for them. */
export function startLoad({ processors, memory }: World["load"], start: StartChild, limit: number): number {
  for (let at = 0; at < processors; at += 1) void start({ argv: ["/bin/sh", "-c", busy], limit }).catch(() => 0);
  const bytes = Math.min(memory, Math.floor(freeMemory() / 2));
  if (bytes > 0)
    void start({ argv: ["/bin/sh", "-c", holding, "dscript-inject", String(bytes)], limit }).catch(() => 0);
  return bytes;
}

function freeMemory(): number {
  const [, kibibytes] = /^MemAvailable:\s+(\d+) kB$/m.exec(readFileSync("/proc/meminfo", "utf8")) ?? [];
  return Number(kibibytes ?? 0) * 1024;
}
