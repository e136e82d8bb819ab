/** What this process may do. */

import { readFileSync } from "node:fs";

/** Whether it may mount: CAP_SYS_ADMIN of capabilities(7). */
export function mayMount(): boolean {
  const [, digits = "0"] = /^CapEff:\s*([0-9a-f]+)$/m.exec(readFileSync("/proc/thread-self/status", "utf8")) ?? [];
  return (BigInt(`0x${digits}`) & (1n << 21n)) !== 0n;
}
