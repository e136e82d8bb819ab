/** `lock NAME { … }`: a lock that holds for the whole host and ends with its process (flock(2); language 1). */

import { chmodSync, closeSync, constants, ftruncateSync, mkdirSync, openSync, readSync, writeSync } from "node:fs";
import { errnoByName, type RuntimeApi } from "../../records/index.ts";
import { encodeUtf8 } from "../../text/index.ts";
import { createFault } from "../faults/raise.ts";
import { flushOutputs } from "../files/standard-output.ts";
import { flowOf, type ScriptFlow } from "../flow.ts";
import type { Run } from "../run.ts";
import { pause } from "./pause.ts";

const shortestWait = 5;
const longestWait = 250;

/** Waits by asking again and again, so that an interruption ends it at once and no thread is taken. */
export function locking(run: Run): Pick<RuntimeApi, "lock"> {
  const holders = new Map<string, { readonly flow: ScriptFlow; readonly site: number }>();
  return {
    async lock(flow, site, name) {
      const own = flowOf(flow);
      const { tryLock } = await import("../files/native.ts");
      flushOutputs(run, own);
      const fd = openLock(run, site, name);
      try {
        for (let wait = shortestWait; !take(run, site, name, tryLock(fd)); wait = Math.min(wait * 2, longestWait)) {
          const holder = holders.get(name);
          if (holder !== undefined && own.isWithin(holder.flow)) throw deadlock(run, site, name, holder.site);
          await pause(run, wait, own);
        }
      } catch (thrown) {
        closeSync(fd);
        throw thrown;
      }
      noteHolder(fd);
      holders.set(name, { flow: own, site });
      let held = true;
      return () => {
        if (!held) return;
        held = false;
        holders.delete(name);
        // Closing the only descriptor of this open file ends the lock; the file stays, as removing it would race.
        closeSync(fd);
      };
    },
  };
}

/** The file's name: other characters than letters, digits, `.`, `_` and `-` as `%XX`, a long name as its digest. */
export function lockFileName(name: string): string {
  let text = "";
  for (const byte of encodeUtf8(name)) {
    const character = String.fromCharCode(byte);
    text += /[A-Za-z0-9._-]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }
  if (text.length > 180) {
    // Loaded for such a name alone: node:crypto costs 3 ms of every start.
    const { createHash } = process.getBuiltinModule("node:crypto");
    text = `${text.slice(0, 100)}%${createHash("sha256").update(encodeUtf8(name)).digest("hex")}`;
  }
  return `${text}.lock`;
}

function openLock(run: Run, site: number, name: string): number {
  const path = lockPath(run.options.lockFolder, name);
  try {
    return openIn(run.options.lockFolder, path);
  } catch (thrown) {
    // Only calls of node:fs can have thrown here: errors with a code.
    const errno = (thrown as NodeJS.ErrnoException).code ?? "EIO";
    const message = `cannot open the file of lock ${JSON.stringify(name)}, ${path}: ${errnoByName(errno)?.text ?? errno}`;
    throw createFault(run, site, { kind: "LockFault", message, values: [name], errno });
  }
}

function lockPath(folder: string, name: string): string {
  return `${folder}/${lockFileName(name)}`;
}

/** Every user of the host takes part: whoever comes first makes the folder as /tmp is. */
function openIn(folder: string, path: string): number {
  if (mkdirSync(folder, { recursive: true }) !== undefined) chmodSync(folder, 0o1777);
  return openLockFile(path);
}

/**
 * Takes a lock for the engine itself, without waiting: what gives it back, or the number of the process that holds it, "" where
 * that is not known. Throws what the system says.
 */
export async function holdLock(folder: string, name: string): Promise<(() => void) | string> {
  const { tryLock } = await import("../files/native.ts");
  const fd = openIn(folder, lockPath(folder, name));
  if (tryLock(fd) === null) {
    noteHolder(fd);
    return () => closeSync(fd);
  }
  const bytes = Buffer.alloc(16);
  const length = readSync(fd, bytes, 0, bytes.length, 0);
  closeSync(fd);
  return bytes.toString("latin1", 0, length).trim();
}

function openLockFile(path: string): number {
  const { O_RDWR, O_RDONLY, O_CREAT, O_NOFOLLOW } = constants;
  try {
    return openSync(path, O_RDWR | O_CREAT | O_NOFOLLOW, 0o666);
  } catch (thrown) {
    // Another user's lock can be waited for with the right to read it.
    if ((thrown as NodeJS.ErrnoException).code !== "EACCES") throw thrown;
    return openSync(path, O_RDONLY | O_NOFOLLOW);
  }
}

function take(run: Run, site: number, name: string, errno: string | null): boolean {
  if (errno === null) return true;
  if (errno === "EAGAIN" || errno === "EINTR") return false;
  const message = `cannot take the lock ${JSON.stringify(name)}: ${errnoByName(errno)?.text ?? errno}`;
  throw createFault(run, site, { kind: "LockFault", message, values: [name], errno });
}

function deadlock(run: Run, site: number, name: string, holder: number): Error {
  const line = run.options.program.sites[holder]?.line ?? 0;
  const message = `this script holds the lock ${JSON.stringify(name)} already, since line ${line}: it would wait for itself without end`;
  return createFault(run, site, { kind: "LockFault", message, values: [name] });
}

/** Leaves the holder's process number in the file, for the person who looks why something waits. */
function noteHolder(fd: number): void {
  try {
    ftruncateSync(fd, 0);
    writeSync(fd, `${process.pid}\n`, 0);
  } catch {
    // The note is a courtesy: a full disk or a file of another user must not refuse the lock.
  }
}
