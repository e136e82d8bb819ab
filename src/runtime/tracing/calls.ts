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
  /** The others: what they name always counts. */
  readonly words: readonly string[];
  /** Its working directory. */
  readonly directory: string;
}

/** What a symptom keeps. */
const mostCalls = 64;
// A line has at most some hundred bytes: this is far more than the last 64 that count ever need.
const mostLines = 8192;

/** The failed calls that may say why a command failed, the last one last: without those that only look for libraries, translations and their kin. */
export function failedCalls(text: string, command: TracedCommand): readonly FailedCall[] {
  const words = new Set(command.words);
  const all = parseCalls(text, command.directory)
    // Ahead of the command the process is strace itself.
    .filter((call) => !(call.pid === command.pid && call.name === "strace"));
  const programOf = programs(all, command);
  return all
    .filter((call) => !isNoise(call, words.has(call.subject ?? "")))
    .slice(-mostCalls)
    .map((traced) => {
      const { call, errno, subject } = traced;
      const program = programOf(traced);
      return {
        ...{ call, errno },
        ...(subject === undefined ? {} : { subject }),
        ...(program === undefined ? {} : { program }),
      };
    });
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

/** The program that made a call, where that is not the command itself. */
function programs(
  calls: readonly TracedCall[],
  { pid, name }: TracedCommand,
): (call: TracedCall) => string | undefined {
  const cut = (path: string): string => path.slice(path.lastIndexOf("/") + 1).slice(0, nameLength);
  // By what names the command's own process goes: its program's, and what it became by exec.
  const own = new Set([cut(name)]);
  // A program that is looked for in one folder after the other is what the process becomes.
  const sought = new Map<number, string>();
  for (const call of calls) {
    if (call.pid === pid && call.name !== undefined) own.add(call.name);
    if (call.pid !== pid && call.call === "execve" && call.subject !== undefined)
      sought.set(call.pid, cut(call.subject));
  }
  return (call) => {
    if (call.pid === pid || call.call === "execve") return undefined;
    const found = call.name === undefined || own.has(call.name) ? sought.get(call.pid) : call.name;
    return found === undefined || own.has(found) || isThread(found) ? undefined : found;
  };
}

/** Names that runtimes give their threads: they tell of no other program. */
function isThread(name: string): boolean {
  return /^(?:libuv-worker|V8 |DelayedTask|SignalInspector|node-|iou-|gmain|gdbus|pool-|dconf|GC |G1 |C[12] Compiler|VM |Signal Dispatch|Common-Cleaner|Finalizer|Reference Handl|tokio-|async-|rayon|ThreadPool|worker|Thread-|HTTP-)/.test(
    name,
  );
}
