/** Why one thread of a process waits, by its state and the system call that it is in. */

import { type Others, polledBy, type Reason, reasonOf, weights } from "./descriptors.ts";
import { lockHolder } from "./locks.ts";
import { processName, procLink, procString, procText } from "./proc-text.ts";
import { callOfWchan, type InCall, parseSyscall } from "./syscalls.ts";

/** A thread's state (proc_pid_stat(5)), and what it used with the children that it waited for, in clock ticks. */
export interface ThreadState {
  readonly state: string;
  readonly ticks: number;
}

export function stateOf(path: string): ThreadState | undefined {
  const text = procText(`${path}/stat`);
  if (text === "") return undefined;
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  return { state: fields[0] ?? "", ticks: [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at] ?? 0), 0) };
}

/** What a thread does; `child`: it waits for its children, which know better. */
export type Finding = Reason | "child" | undefined;

/** Why a thread that does not run waits. `thread` is "PID/task/TID". */
export function whyWaiting(pid: number, thread: string, state: string, others: Others): Finding {
  if (state === "T") return { waiting: { on: "stopped" }, weight: weights.stopped };
  const seen = parseSyscall(procText(`${thread}/syscall`));
  const call = seen?.call ?? callOfWchan(procText(`${thread}/wchan`));
  if (state === "D") {
    if (call === "child") return "child";
    const subject = seen === undefined ? undefined : fileOf(pid, seen);
    return { waiting: { on: "disk", ...(subject === undefined ? {} : { subject }) }, weight: weights.disk };
  }
  const [first = -1] = seen?.arguments ?? [];
  switch (call) {
    case "child":
      return "child";
    case "sleep":
      return { waiting: { on: "timer" }, weight: weights.timer };
    case "read":
    case "write":
    case "connect":
      return seen === undefined ? undefined : reasonOf(pid, first, call === "write", others);
    case "poll":
    case "select":
    case "epoll":
      return seen === undefined ? undefined : whyPolling(pid, seen, others);
    case "flock":
      return whyLocked(pid, first);
    case "fcntl":
      return isWaitForLock(seen) ? whyLocked(pid, first) : undefined;
    case "futex":
    case "semaphore":
      return { waiting: { on: "lock" }, weight: weights.inner };
    case "open":
    case "openat":
      return whyOpening(pid, call, seen);
    case "path":
    case "pathat":
    case "other":
    case undefined:
      return undefined;
  }
}

function whyPolling(pid: number, seen: InCall, others: Others): Reason | undefined {
  const found = best(polledBy(pid, seen).map(([fd, writes]) => reasonOf(pid, fd, writes, others)));
  // What has a time limit of its own and no descriptor to speak of is an old way to sleep.
  const isSleep = found === undefined || found.weight <= weights.derived;
  return isSleep && hasTimeout(seen) ? { waiting: { on: "timer" }, weight: weights.inner } : found;
}

/** poll and epoll take milliseconds or below 0 for none, as 32 bits; the others the address of a time. */
function hasTimeout({ call, arguments: given }: InCall): boolean {
  if (call === "poll") return (given[2] ?? 0) !== 0 && (given[2] ?? 0) < 2 ** 31;
  if (call === "epoll") return (given[3] ?? 0) !== 0 && (given[3] ?? 0) < 2 ** 31;
  return (given[4] ?? 0) !== 0;
}

export function best(reasons: readonly (Reason | undefined)[]): Reason | undefined {
  return reasons.reduce((a, b) => (b !== undefined && b.weight > (a?.weight ?? 0) ? b : a), undefined);
}

/** F_SETLKW, F_OFD_SETLKW (fcntl(2)). */
function isWaitForLock(seen: InCall | undefined): boolean {
  return seen?.arguments[1] === 7 || seen?.arguments[1] === 38;
}

function whyLocked(pid: number, fd: number): Reason {
  const subject = procLink(`${pid}/fd/${fd}`);
  const other = lockHolder(pid);
  const holder = other === undefined ? undefined : processName(other);
  return {
    waiting: {
      on: "lock",
      ...(subject.startsWith("/") ? { subject } : {}),
      ...(holder === undefined ? {} : { holder }),
    },
    weight: weights.lock,
  };
}

/** Opening waits for the other end of a named pipe. */
function whyOpening(pid: number, call: "open" | "openat", seen: InCall | undefined): Reason | undefined {
  if (seen === undefined) return undefined;
  const at = call === "open" ? 0 : 1;
  const path = procString(pid, seen.arguments[at] ?? 0);
  const writes = ((seen.arguments[at + 1] ?? 0) & 3) === 1;
  return {
    waiting: { on: writes ? "reader" : "input", ...(path === "" ? {} : { subject: path }) },
    weight: weights.input,
  };
}

/** The file that a call is about; the folder for a relative name is not looked up. */
function fileOf(pid: number, { call, arguments: given }: InCall): string | undefined {
  const text = (): string => {
    switch (call) {
      case "read":
      case "write":
      case "fcntl":
      case "flock":
        return procLink(`${pid}/fd/${given[0]}`);
      case "open":
      case "path":
        return procString(pid, given[0] ?? 0);
      case "openat":
      case "pathat":
        return procString(pid, given[1] ?? 0);
      default:
        return "";
    }
  };
  const path = text();
  return path.startsWith("/") ? path : undefined;
}
