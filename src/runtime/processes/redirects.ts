/** Redirections of a stage, opened by the engine relative to the flow's directory, in the order in which they stand (language 3). */

import { closeSync, constants, writeSync } from "node:fs";
import type { RedirectRun } from "../../records/index.ts";
import { seenFrom } from "../files/here.ts";
import type { ScriptFlow } from "../flow.ts";
import { openSync, statSync } from "../host/files.ts";
import { errnoName, errnoOf, errnoText } from "./errno.ts";
import { bytesOf, cString, fsPath } from "./memory.ts";
import type { Native } from "./native.ts";
import type { Trouble } from "./outcome.ts";
import { Replacement } from "./replacement.ts";
import { type SlowOpening, startSlowOpening } from "./slow-open.ts";

/** A stage's descriptors: by number the engine's one, -1 for closed. And what was opened for them. */
export interface StageFiles {
  readonly descriptors: (number | undefined)[];
  /** To close once the command has them, or the group has ended. */
  readonly opened: number[];
  /** The `>=` targets. */
  readonly replacements: Replacement[];
  /** Files that this stage may write to, as change points name them. */
  readonly written: string[];
  /** What waits for somebody to be opened. */
  readonly slow: SlowOpening[];
  /** Opened descriptors that lead to a regular file. */
  readonly regular: Set<number>;
  /** The pipe to the next stage is there. */
  piped: boolean;
}

/** What opening has come to: a descriptor, or a promise of one where opening may wait for somebody (a FIFO, a device). */
type Opening = number | Promise<number>;

/** Thrown where a redirection fails. */
export class RedirectTrouble extends Error {
  readonly trouble: Trouble;

  constructor(trouble: Trouble) {
    super(trouble.message);
    this.trouble = trouble;
  }
}

/** Opens a stage's redirections and applies them. What can be opened at once is open when this returns; else the promise says when. Throws RedirectTrouble. */
export function openRedirects(
  native: Native,
  flow: ScriptFlow,
  files: StageFiles,
  redirects: readonly RedirectRun[],
  token: string,
): Promise<void> | undefined {
  const openings = redirects.map((redirect, index) => {
    if (redirect.op === "dup" || redirect.op === "close" || ownNumber(redirect) !== undefined) return undefined;
    return guarded(redirect, index, () => startOpening(native, flow, files, redirect, token));
  });
  if (!openings.some((opening) => opening instanceof Promise)) {
    redirects.forEach((redirect, index) => {
      // No opening is a promise here.
      apply(files, redirect, index, openings[index] as number | undefined);
    });
    return undefined;
  }
  return finishOpenings(files, redirects, openings);
}

async function finishOpenings(
  files: StageFiles,
  redirects: readonly RedirectRun[],
  openings: readonly (Opening | undefined)[],
): Promise<void> {
  const results = await Promise.allSettled(openings);
  let failure: unknown;
  results.forEach((result, index) => {
    const redirect = redirects[index] as RedirectRun;
    if (result.status === "fulfilled") {
      if (openings[index] instanceof Promise && result.value !== undefined) files.opened.push(result.value);
      if (failure === undefined) apply(files, redirect, index, result.value);
    } else failure ??= troubleOf(redirect, index, result.reason);
  });
  if (failure !== undefined) throw failure;
}

/** What a `>=` says whose file could not be put in its place. */
export function replacementTrouble(replacement: Replacement, index: number, thrown: unknown): Trouble {
  const errno = errnoOf(thrown);
  return {
    kind: "IOFault",
    message: `cannot replace "${replacement.path}": ${errnoText(errno)}`,
    errno,
    notStarted: false,
    redirect: { index, api: ">=", path: replacement.path },
  };
}

function guarded<T>(redirect: RedirectRun, index: number, open: () => T): T {
  try {
    return open();
  } catch (thrown) {
    throw troubleOf(redirect, index, thrown);
  }
}

function startOpening(
  native: Native,
  flow: ScriptFlow,
  files: StageFiles,
  redirect: RedirectRun,
  token: string,
): Opening {
  const target = String(redirect.target);
  if (redirect.op === "text") {
    const fd = textFile(native, target);
    files.opened.push(fd);
    return fd;
  }
  if (target.includes("\0")) throw Object.assign(new Error("a NUL byte"), { code: "EINVAL" });
  const path = seenFrom(flow.directory, target);
  if (redirect.op !== "<" && target !== "/dev/null") files.written.push(target);
  if (redirect.op === ">=") {
    const replacement = new Replacement(path, flow, token);
    files.replacements.push(replacement);
    files.regular.add(replacement.fd);
    return replacement.fd;
  }
  const flags = openFlags[redirect.op as "<" | ">" | ">>"];
  if (target !== "" && mayWait(path)) {
    const opening = startSlowOpening(native, path, flags, flow);
    files.slow.push(opening);
    return opening.fd;
  }
  const before = process.umask(flow.umask);
  try {
    // "" must be no such file, not the flow's directory.
    const fd = openSync(target === "" ? "" : fsPath(path), flags, 0o666);
    files.opened.push(fd);
    files.regular.add(fd);
    return fd;
  } finally {
    process.umask(before);
  }
}

const openFlags = {
  "<": constants.O_RDONLY,
  ">": constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC,
  ">>": constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND,
} as const;

/** Whether opening may wait for somebody: a FIFO for its other end, a terminal for its line. The memory devices (null, zero, full, …) never do. */
function mayWait(path: string): boolean {
  const status = statSync(fsPath(path), { throwIfNoEntry: false });
  if (status === undefined || status.isFile() || status.isDirectory()) return false;
  const memoryDevices = 1;
  return !(status.isCharacterDevice() && status.rdev >> 8 === memoryDevices);
}

const named: Readonly<Record<string, number>> = { stdin: 0, stdout: 1, stderr: 2 };

/** `/dev/stdin` and its kin mean the stage's descriptors, not the engine's: which one, as the redirections ahead have left it. */
function ownNumber({ op, target }: RedirectRun): number | undefined {
  if (typeof target !== "string" || op === "text" || op === ">=") return undefined;
  const [, number, name] = /^\/dev\/(?:fd\/([0-9]{1,6})|(stdin|stdout|stderr))$/.exec(target) ?? [];
  return number === undefined ? (name === undefined ? undefined : named[name]) : Number(number);
}

/** A here-document: a file in memory, of any size, that can be read again from its start. */
export function textFile(native: Native, text: string): number {
  const closeOnExec = 1;
  const fd = native.memfdCreate(cString("here-document"), closeOnExec);
  if (fd < 0) throw Object.assign(new Error("memfd_create"), { code: errnoName(native.errno()) });
  const bytes = bytesOf(text);
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at, bytes.length - at, at);
  } catch (thrown) {
    closeSync(fd);
    throw thrown;
  }
  return fd;
}

function apply(files: StageFiles, redirect: RedirectRun, index: number, fd: number | undefined): void {
  const targets = redirect.fd === "both" ? [1, 2] : [redirect.fd];
  let source = fd ?? -1;
  const own = ownNumber(redirect);
  if (redirect.op === "dup" || own !== undefined) {
    const known = files.descriptors[own ?? Number(redirect.target)];
    if ((known === undefined || known < 0) && own !== undefined)
      throw troubleOf(redirect, index, Object.assign(new Error("not open"), { code: "EBADF" }));
    if (known === undefined || known < 0) {
      throw new RedirectTrouble({
        kind: "IOFault",
        message: `descriptor ${redirect.target} is not open here`,
        errno: "EBADF",
        notStarted: true,
        redirect: { index, api: `${redirect.fd}>&${redirect.target}`, path: "" },
      });
    }
    source = known;
  }
  for (const target of targets) files.descriptors[target] = source;
}

function troubleOf(redirect: RedirectRun, index: number, thrown: unknown): unknown {
  if (thrown instanceof RedirectTrouble) return thrown;
  if ((thrown as NodeJS.ErrnoException).code === undefined) return thrown;
  const errno = errnoOf(thrown);
  const path = redirect.op === "text" ? "" : String(redirect.target);
  const way = redirect.op === "<" ? "reading" : redirect.op === ">>" ? "appending" : "writing";
  const what = redirect.op === "text" ? "cannot make the here-document" : `cannot open "${path}" for ${way}`;
  const api =
    redirect.op === "text" ? "<<" : `${redirect.fd === "both" ? "&" : redirect.fd === 2 ? "2" : ""}${redirect.op}`;
  return new RedirectTrouble({
    kind: "IOFault",
    message: `${what}: ${errnoText(errno)}`,
    errno,
    notStarted: true,
    redirect: { index, api, path },
  });
}
