/** The processes of this machine, as /proc tells of them; one that ends meanwhile is passed over. */

import { readdirSync, readFileSync } from "node:fs";
import { textOf } from "../files/bytes.ts";

export interface ProcessStatus {
  readonly pid: number;
  readonly parent: number;
  readonly name: string;
  /** Its words with blanks between them; its name in brackets where it has none, as ps(1) shows it. */
  readonly command: string;
  readonly user: string;
  /** Bytes that it holds in memory. */
  readonly memory: number;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly started: number;
  /** Milliseconds of processor time. */
  readonly cpu: number;
  readonly state: string;
  readonly threads: number;
}

const states: Readonly<Record<string, string>> = {
  R: "running",
  S: "sleeping",
  D: "waiting",
  Z: "zombie",
  T: "stopped",
  t: "traced",
  X: "dead",
  I: "idle",
};
// USER_HZ: what the kernel counts in for programs, on every architecture that Node.js runs on.
const ticksPerSecond = 100;

export function allProcesses(): ProcessStatus[] {
  const context = createContext();
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readProcess(Number(name), context))
    .filter((status) => status !== null)
    .sort((a, b) => a.pid - b.pid);
}

/** Null where there is none of this number. */
export function oneProcess(pid: number): ProcessStatus | null {
  return readProcess(pid, createContext());
}

interface Context {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly booted: number;
  readonly userOf: (uid: string) => string;
}

function createContext(): Context {
  let users: ReadonlyMap<string, string> | undefined;
  return {
    booted: Number(/^btime (\d+)$/m.exec(readText("/proc/stat"))?.[1] ?? 0) * 1000,
    userOf(uid) {
      users ??= new Map(
        readText("/etc/passwd")
          .split("\n")
          .reverse()
          .map((line) => line.split(":"))
          .map(([name = "", , number = ""]) => [number, name]),
      );
      return users.get(uid) ?? uid;
    },
  };
}

function readProcess(pid: number, { booted, userOf }: Context): ProcessStatus | null {
  const stat = readText(`/proc/${pid}/stat`);
  const status = readText(`/proc/${pid}/status`);
  // The program's name stands in parentheses and may hold anything; the last one closes it.
  const close = stat.lastIndexOf(")");
  if (close === -1 || status === "") return null;
  const fields = stat.slice(close + 2).split(" ");
  const field = (number: number): number => Number(fields[number - 3] ?? 0);
  const line = (name: string): string => new RegExp(`^${name}:\\s*(\\S+)`, "m").exec(status)?.[1] ?? "";
  const name = stat.slice(stat.indexOf("(") + 1, close);
  const words = readText(`/proc/${pid}/cmdline`).replace(/\0+$/, "").replaceAll("\0", " ");
  return {
    pid,
    parent: field(4),
    name,
    command: words === "" ? `[${name}]` : words,
    user: userOf(line("Uid")),
    memory: Number(line("VmRSS")) * 1024,
    started: booted + Math.round((field(22) * 1000) / ticksPerSecond),
    cpu: Math.round(((field(14) + field(15)) * 1000) / ticksPerSecond),
    state: states[fields[0] ?? ""] ?? fields[0] ?? "",
    threads: field(20),
  };
}

function readText(path: string): string {
  try {
    return textOf(readFileSync(path));
  } catch {
    // It has ended, or may not be read.
    return "";
  }
}
