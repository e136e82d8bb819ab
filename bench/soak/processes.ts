// What runs on this machine, as /proc tells it.
import { readdirSync, readFileSync } from "node:fs";

/** The processes whose environment holds the text. */
export function withEnvironment(text: string): number[] {
  return pids().filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/environ`, "latin1").includes(text) && stateOf(pid) !== "Z";
    } catch {
      return false;
    }
  });
}

/** How many descriptors a process holds, and its memory in MiB; null once it has ended. */
export function usageOf(pid: number): { readonly descriptors: number; readonly memory: number } | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const memory = Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
    return memory === 0 ? null : { descriptors: readdirSync(`/proc/${pid}/fd`).length, memory };
  } catch {
    return null;
  }
}

/** A process' words, for a message. */
export function commandLineOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "latin1").replaceAll("\0", " ").trim().slice(0, 80);
  } catch {
    return `process ${pid}`;
  }
}

function pids(): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

function stateOf(pid: number): string {
  return /^\d+ \(.*\) (\S)/s.exec(readFileSync(`/proc/${pid}/stat`, "latin1"))?.[1] ?? "Z";
}
