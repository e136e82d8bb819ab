/** Whether a program can be started under strace as it would be without: the same file, by the same name, with the same rights. */

import { closeSync, constants, readSync, type Stats } from "node:fs";
import { isHere, seenFrom } from "../files/here.ts";
import { accessSync, openSync, statSync } from "../host/files.ts";
import { fsPath } from "../processes/memory.ts";

export interface Candidate {
  /** Its first word. */
  readonly name: string;
  /** The file that was found for it. */
  readonly path: string;
  readonly directory: string;
  /** PATH as the command has it. */
  readonly searched: string | undefined;
  /** Whether a file gives its program rights (capabilities(7)). */
  readonly hasCapabilities: (path: string) => boolean;
}

/**
 * Undefined where it can be traced; null where exec itself is going to refuse it, so that it must be the engine that
 * sees the error; else why not, for a person.
 */
export function whyUntraceable(candidate: Candidate): string | null | undefined {
  const { name, path, directory } = candidate;
  const file = seenFrom(directory, path);
  const status = statusOf(file);
  if (status === undefined || !mayRun(file) || !isStartable(file, directory, deepest)) return null;
  if (gainsRights(status, file, candidate.hasCapabilities))
    return "it runs with rights of its own, which it would lose (to trace it, run the script as root)";
  if (!name.includes("/") && !isFoundByStrace(candidate, status))
    return "strace finds another program of that name in PATH (write its whole path)";
  return undefined;
}

/** The files that exec opens one after the other: a script, its interpreter, whose interpreter … (execve(2)). */
const deepest = 4;

/** A program for this machine whose loader is there, or a script whose interpreter is such a one. */
function isStartable(file: string, directory: string, depth: number): boolean {
  const head = beginning(file);
  if (head === undefined) return false;
  if (head.toString("latin1", 0, 2) === "#!") {
    const line = /^#![ \t]*([^ \t\n\r\0]+)/.exec(head.toString("latin1"))?.[1];
    if (line === undefined || depth === 0) return false;
    const interpreter = seenFrom(directory, Buffer.from(line, "latin1").toString("utf8"));
    return mayRun(interpreter) && isStartable(interpreter, directory, depth - 1);
  }
  return isOfThisMachine(head) && hasLoader(head, directory);
}

let own: Buffer | undefined;

/** The header says the same machine, word length and byte order as that of the engine's own program (elf(5)). */
function isOfThisMachine(head: Buffer): boolean {
  own ??= beginning("/proc/self/exe") ?? Buffer.alloc(headLength);
  const [ident, machine] = [6, 18];
  return (
    head.length > machine + 2 &&
    head.subarray(0, ident).equals(own.subarray(0, ident)) &&
    head.readUInt16LE(machine) === own.readUInt16LE(machine)
  );
}

/** The loader that a program names is there; one without needs none. */
function hasLoader(head: Buffer, directory: string): boolean {
  const [interpreter, is64] = [3, head[4] === 2];
  if (!is64 || head[5] !== 1) return false;
  const [table, size, count] = [Number(head.readBigUInt64LE(32)), head.readUInt16LE(54), head.readUInt16LE(56)];
  for (let at = table; at < table + size * count; at += size) {
    // A table behind the file's beginning is nothing that a usual linker makes.
    if (at + 40 > head.length) return false;
    if (head.readUInt32LE(at) !== interpreter) continue;
    const [from, length] = [Number(head.readBigUInt64LE(at + 8)), Number(head.readBigUInt64LE(at + 32))];
    const path = head.toString("utf8", from, from + length).replace(/\0.*$/s, "");
    return from + length <= head.length && mayRun(seenFrom(directory, path));
  }
  return true;
}

/** Set-user-id, set-group-id, capabilities: a process that a user traces does not get them (execve(2), ptrace(2)). */
function gainsRights(status: Stats, file: string, hasCapabilities: (path: string) => boolean): boolean {
  const [setUser, setGroup, groupExecute] = [0o4000, 0o2000, 0o010];
  const [uid, gid] = [process.geteuid?.() ?? 0, process.getegid?.() ?? 0];
  if ((status.mode & setUser) !== 0 && status.uid !== uid) return true;
  if ((status.mode & setGroup) !== 0 && (status.mode & groupExecute) !== 0 && status.gid !== gid) return true;
  return uid !== 0 && hasCapabilities(file);
}

/** strace looks a name up by itself, in its own way: any regular file with an execute bit (strace.c, startup_child). */
function isFoundByStrace({ name, directory, searched }: Candidate, wanted: Stats): boolean {
  if (searched === undefined) return false;
  for (const folder of searched.split(":")) {
    const path = folder === "" ? `./${name}` : `${folder}/${name}`;
    const status = statusOf(isHere(directory) ? path : seenFrom(directory, path));
    if (isExecutable(status)) return status?.ino === wanted.ino && status.dev === wanted.dev;
  }
  return false;
}

/** As exec asks it: a file that this user may run, on a file system that allows it. */
function mayRun(file: string): boolean {
  try {
    accessSync(fsPath(file), constants.X_OK);
    return isExecutable(statusOf(file));
  } catch {
    return false;
  }
}

function isExecutable(status: Stats | undefined): boolean {
  return status?.isFile() === true && (status.mode & 0o111) !== 0;
}

function statusOf(path: string): Stats | undefined {
  try {
    return statSync(fsPath(path), { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

const headLength = 2048;

function beginning(file: string): Buffer | undefined {
  try {
    const fd = openSync(fsPath(file), "r");
    try {
      const bytes = Buffer.alloc(headLength);
      return bytes.subarray(0, readSync(fd, bytes));
    } finally {
      closeSync(fd);
    }
  } catch {
    // Programs may be executable without being readable.
    return undefined;
  }
}
