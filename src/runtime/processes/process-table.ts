/** The processes of this machine, read from /proc: who belongs to whom, and who carries a cookie. */

import { readdirSync } from "node:fs";
import { cookieName } from "./environment-block.ts";
import type { Native } from "./native.ts";

export interface ProcessEntry {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  readonly session: number;
  /** In clock ticks since the boot. */
  readonly started: string;
  /** It has ended and waits for its parent. */
  readonly isZombie: boolean;
  /** Its environment holds one of the tokens in a cookie. */
  readonly hasToken: boolean;
}

/** All processes but this one; `tokens` are looked for in the environments that may be read. */
export function scanProcesses(native: Native, tokens: readonly string[]): readonly ProcessEntry[] {
  const wanted = new Set(tokens);
  const entries: ProcessEntry[] = [];
  for (const pid of processNumbers()) {
    const status = readProc(native, `/proc/${pid}/stat`).toString("latin1");
    if (status === "") continue;
    // The program's name stands in parentheses and may hold anything; the last one closes it.
    const fields = status.slice(status.lastIndexOf(")") + 2).split(" ");
    entries.push({
      pid,
      parent: Number(fields[1]),
      group: Number(fields[2]),
      session: Number(fields[3]),
      started: fields[19] ?? "",
      isZombie: fields[0] === "Z" || fields[0] === "X",
      hasToken: wanted.size > 0 && cookieOf(native, pid).some((token) => wanted.has(token)),
    });
  }
  return entries;
}

/** Processes that commands of this run have left running, by the number of their command; `commands`: how many there were. */
export function daemonsOf(
  native: Native,
  runId: string,
  commands: number,
): readonly { readonly pid: number; readonly number: number }[] {
  const found: { pid: number; number: number }[] = [];
  const all = commands > fewCommands || lastNumber(native) < process.pid;
  for (const pid of processNumbers()) {
    if (!all && pid < process.pid) continue;
    const token = cookieOf(native, pid).find((candidate) => candidate.startsWith(`${runId}.`));
    if (token !== undefined && !isTracer(native, pid))
      found.push({ pid, number: Number(token.slice(runId.length + 1)) });
  }
  return found;
}

// Numbers begin again at 32,768 at the earliest: until so many commands have run, whoever they left has a higher one than the engine's.
const fewCommands = 5000;

/** The number of the process that was started last on this machine: less than ours when numbers have begun again (proc(5), loadavg). */
function lastNumber(native: Native): number {
  return Number(readProc(native, "/proc/loadavg").toString("latin1").trim().split(" ").at(-1));
}

/** A tracer of ours carries the cookie of the command that it follows, and ends with that. */
export function isTracer(native: Native, pid: number): boolean {
  const words = commandLineOf(native, pid);
  return words.startsWith("strace -DDD ") && words.includes(` -o /proc/${process.pid}/fd/`);
}

/** A process's words, as far as they may be read. */
export function commandLineOf(native: Native, pid: number): string {
  return readProc(native, `/proc/${pid}/cmdline`).toString("utf8").replace(/\0$/, "").replaceAll("\0", " ");
}

function processNumbers(): readonly number[] {
  try {
    return readdirSync("/proc")
      .map(Number)
      .filter((pid) => Number.isInteger(pid) && pid !== process.pid);
  } catch {
    return [];
  }
}

const key = Buffer.from(`${cookieName}=`);
const keyInside = Buffer.from(`\0${cookieName}=`);

/** The tokens of a process's cookie: its own command's last, those of the engines around it ahead; empty where it has none or may not be looked at. */
function cookieOf(native: Native, pid: number): readonly string[] {
  const environment = readProc(native, `/proc/${pid}/environ`);
  const isFirst = environment.subarray(0, key.length).equals(key);
  const at = isFirst ? 0 : environment.indexOf(keyInside) + 1;
  if (at === 0 && !isFirst) return [];
  const end = environment.indexOf(0, at);
  return environment.toString("latin1", at + key.length, end === -1 ? undefined : end).split(":");
}

const O_CLOEXEC = 0o2000000;
const pathMemory = Buffer.allocUnsafeSlow(256);
// What exec takes for one string is at most 128 KiB, for all of them mostly 2 MiB.
let content = Buffer.allocUnsafeSlow(128 * 1024);

/** A file of /proc, in memory that the next call uses again; empty where the process has gone, or is not ours to look at. Both are common: no exception says so. */
function readProc(native: Native, path: string): Buffer {
  pathMemory[pathMemory.write(path, "latin1")] = 0;
  const fd = native.open(pathMemory, O_CLOEXEC);
  if (fd < 0) return content.subarray(0, 0);
  let length = 0;
  for (;;) {
    const size = native.read(fd, content.subarray(length), content.length - length);
    if (size <= 0) break;
    length += size;
    if (length === content.length) content = Buffer.concat([content, Buffer.allocUnsafeSlow(content.length)]);
  }
  native.close(fd);
  return content.subarray(0, length);
}
