/** From what strace(1) wrote to the failed calls: lines with their process, calls that were interrupted and resumed, errors. */

import type { FailedCall } from "../../records/index.ts";
import { partsOf } from "./arguments.ts";
import { isNoise } from "./noise.ts";
import { subjectOf } from "./subject.ts";
import type { TracedCall } from "./traced-call.ts";

export interface TracedCommand {
  /** The command's own process. */
  readonly pid: number;
  /** Its first word. */
  readonly name: string;
  /** Its working directory. */
  readonly directory: string;
}

/** What a symptom keeps. */
const mostCalls = 64;
// A line has at most some hundred bytes: this is far more than the last 64 that count ever need.
const mostLines = 8192;

/** The failed calls that may say why a command failed, the last one last: without those that only look for libraries, translations and their kin. */
export function failedCalls(text: string, command: TracedCommand): readonly FailedCall[] {
  const all = parseCalls(text, command.directory).filter(
    // Ahead of the command the process is strace itself.
    (call) => !(call.pid === command.pid && call.name === "strace") && !isNoise(call),
  );
  const names = ownNames(all, command);
  return all.slice(-mostCalls).map(({ call, errno, subject, name, pid }) => ({
    call,
    errno,
    ...(subject === undefined ? {} : { subject }),
    ...(pid === command.pid || name === undefined || names.has(name) || isThread(name) ? {} : { program: name }),
  }));
}

/** Every failed call of the text's last lines, in order. `directory` is where relative paths stay as they are. */
export function parseCalls(text: string, directory: string): readonly TracedCall[] {
  const unfinished = new Map<number, string>();
  const calls: TracedCall[] = [];
  const lines = text.split("\n");
  // What follows the last newline is a line that strace has not finished.
  lines.pop();
  for (const line of lines.slice(-mostLines)) {
    const found = /^(\d+)(?:<(.{0,64}?)>)?\s+(.*)$/.exec(line);
    if (found === null) continue;
    const pid = Number(found[1]);
    let body = found[3] ?? "";
    if (body.endsWith("<unfinished ...>")) {
      unfinished.set(pid, body.slice(0, -"<unfinished ...>".length).trimEnd());
      continue;
    }
    const resumed = /^<\.\.\. \w+ resumed>\s?(.*)$/.exec(body);
    if (resumed !== null) {
      const began = unfinished.get(pid);
      unfinished.delete(pid);
      if (began === undefined) continue;
      body = began + (resumed[1] ?? "");
    }
    const call = callOf(body, directory);
    if (call !== undefined) calls.push({ pid, name: found[2], ...call });
  }
  return calls;
}

/** `openat(AT_FDCWD</srv>, "x", O_RDONLY) = -1 ENOENT (No such file or directory)`; undefined of a call that did not fail, and of what is none. */
function callOf(body: string, directory: string): Pick<TracedCall, "call" | "errno" | "subject"> | undefined {
  const name = /^(\w+)\(/.exec(body)?.[1];
  const end = /\)\s+= -1 (E[A-Z0-9]+)(?: \([^()]*\))?(?: \([A-Z]+\))?(?: <[\d.]+>)?$/.exec(body);
  const errno = end?.[1];
  if (name === undefined || end === null || errno === undefined) return undefined;
  const parts = partsOf(body.slice(name.length + 1, end.index));
  return { call: name, errno, subject: subjectOf(name, errno, parts, directory) };
}

/** The kernel keeps 15 bytes of a name (proc(5), comm). */
const nameLength = 15;

/** By what names the command's own process goes: its program's, and what it became by exec. */
function ownNames(calls: readonly TracedCall[], { pid, name }: TracedCommand): ReadonlySet<string> {
  const names = new Set([name.slice(name.lastIndexOf("/") + 1).slice(0, nameLength)]);
  for (const call of calls) if (call.pid === pid && call.name !== undefined) names.add(call.name);
  return names;
}

/** Names that runtimes give their threads: they tell of no other program. */
function isThread(name: string): boolean {
  return /^(?:libuv-worker|V8 |DelayedTask|SignalInspector|node-|iou-|gmain|gdbus|pool-|dconf|GC |G1 |C[12] Compiler|VM |Signal Dispatch|Common-Cleaner|Finalizer|Reference Handl|tokio-|async-|rayon|ThreadPool|worker|Thread-|HTTP-)/.test(
    name,
  );
}
