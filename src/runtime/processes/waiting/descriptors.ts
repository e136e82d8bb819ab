/** What a descriptor of a waiting process is, and what waiting on it means. */

import type { Waiting } from "../../../records/index.ts";
import { processName, procLink, procMemory, procNumbers, procText } from "./proc-text.ts";
import { socketOf } from "./sockets.ts";
import type { InCall } from "./syscalls.ts";

/** A reason to wait, and how sure it is that it is the one: the highest decides. */
export interface Reason {
  readonly waiting: Waiting;
  readonly weight: number;
}

/** Sure to dubious; the wait for another process of the same command is that one's wait. */
export const weights = {
  stopped: 10,
  disk: 9,
  lock: 8,
  connecting: 8,
  peer: 7,
  processor: 6,
  input: 5,
  local: 4,
  timer: 4,
  inner: 3,
  listening: 2,
  derived: 1,
} as const;

/** The processes around a waiting one: its command's own, and others that this engine has started. */
export interface Others {
  readonly members: readonly number[];
  readonly commands: readonly number[];
}

const mostDescriptors = 256;

/** Why a process waits on a descriptor; undefined where it says nothing. */
export function reasonOf(pid: number, fd: number, writes: boolean, others: Others): Reason | undefined {
  const target = procLink(`${pid}/fd/${fd}`);
  const socket = /^socket:\[(\d+)\]$/.exec(target)?.[1];
  if (socket !== undefined) return reasonOfSocket(pid, socket);
  if (/^pipe:\[\d+\]$/.test(target)) return reasonOfPipe(target, writes, others);
  if (target === "anon_inode:inotify") return { waiting: { on: "input" }, weight: weights.input };
  if (/^\/dev\/(?:pts\/|tty|console)/.test(target))
    return { waiting: { on: writes ? "reader" : "input", subject: target }, weight: weights.input };
  // A named pipe; of a regular file nobody waits but for its disk.
  const isNamed = target.startsWith("/") && isFifo(pid, fd);
  return isNamed ? reasonOfPipe(target, writes, others) : undefined;
}

function reasonOfSocket(pid: number, inode: string): Reason | undefined {
  const end = socketOf(pid, inode);
  switch (end?.state) {
    case "connecting":
    case "connected": {
      const waiting: Waiting = { on: "peer", ...(end.peer === undefined ? {} : { subject: end.peer }) };
      return { waiting, weight: end.state === "connecting" ? weights.connecting : weights.peer };
    }
    case "listening":
      return { waiting: { on: "input" }, weight: weights.listening };
    case "local":
      return { waiting: { on: "peer" }, weight: weights.local };
    case undefined:
      return undefined;
  }
}

function reasonOfPipe(target: string, writes: boolean, others: Others): Reason {
  const on = writes ? "reader" : "input";
  const isOtherEnd = (other: number): boolean => hasEnd(other, target, !writes);
  // Who has both ends wakes itself up by it.
  if (!target.startsWith("/") && others.members.some(isOtherEnd)) return { waiting: { on }, weight: weights.derived };
  const other = others.commands.find(isOtherEnd);
  const holder = other === undefined ? undefined : processName(other);
  const subject = target.startsWith("/") ? { subject: target } : {};
  return { waiting: { on, ...subject, ...(holder === undefined ? {} : { holder }) }, weight: weights.input };
}

/** Whether a process has an end of a pipe open. */
function hasEnd(pid: number, target: string, writes: boolean): boolean {
  return procNumbers(`${pid}/fd`, mostDescriptors).some((fd) => {
    if (procLink(`${pid}/fd/${fd}`) !== target) return false;
    const access = accessOf(pid, fd);
    return access === 2 || access === (writes ? 1 : 0);
  });
}

/** O_RDONLY 0, O_WRONLY 1, O_RDWR 2. */
function accessOf(pid: number, fd: number): number {
  const flags = /^flags:\s+([0-7]+)/m.exec(procText(`${pid}/fdinfo/${fd}`))?.[1] ?? "0";
  return Number.parseInt(flags, 8) & 3;
}

function isFifo(pid: number, fd: number): boolean {
  try {
    const { statSync } = process.getBuiltinModule("node:fs");
    return statSync(`/proc/${pid}/fd/${fd}`).isFIFO();
  } catch {
    return false;
  }
}

const pollIn = 1;
const pollOut = 4;
const mostPolled = 64;

/** The descriptors that a process waits on in poll, select or epoll, and whether only to write to them. */
export function polledBy(
  pid: number,
  { call, arguments: given }: InCall,
): readonly (readonly [fd: number, writes: boolean])[] {
  const [first = 0, second = 0, third = 0] = given;
  switch (call) {
    case "poll": {
      const count = Math.min(second, mostPolled);
      const memory = procMemory(pid, first, count * 8);
      return Array.from({ length: Math.floor(memory.length / 8) }, (_, at) => {
        const events = memory.readInt16LE(at * 8 + 4);
        return [memory.readInt32LE(at * 8), (events & pollIn) === 0 && (events & pollOut) !== 0] as const;
      }).filter(([fd]) => fd >= 0);
    }
    case "select":
      return [
        ...bitsOf(pid, second, first).map((fd) => [fd, false] as const),
        ...bitsOf(pid, third, first).map((fd) => [fd, true] as const),
      ];
    case "epoll":
      return [...procText(`${pid}/fdinfo/${first}`).matchAll(/^tfd:\s+(\d+) events:\s+([0-9a-f]+)/gm)]
        .slice(0, mostPolled)
        .map(([, fd, events]) => {
          const bits = Number.parseInt(events ?? "0", 16);
          return [Number(fd), (bits & pollIn) === 0 && (bits & pollOut) !== 0] as const;
        });
    default:
      return [];
  }
}

/** The numbers in a set of select(2). */
function bitsOf(pid: number, address: number, count: number): readonly number[] {
  if (address === 0) return [];
  const memory = procMemory(pid, address, Math.ceil(Math.min(count, 1024) / 8));
  return Array.from({ length: memory.length * 8 }, (_, fd) => fd).filter(
    (fd) => fd < count && (((memory[fd >> 3] ?? 0) >> (fd & 7)) & 1) === 1,
  );
}
