/** Opening files so that nothing ever blocks the engine: a named pipe, which open(2) may wait for, is asked for again and again. */

import { closeSync, constants, fstatSync } from "node:fs";
import { pause } from "../control/pause.ts";
import type { ScriptFlow } from "../flow.ts";
import { openSync, statSync } from "../host/files.ts";
import { inNamespace } from "../host/in-namespace.ts";
import type { Run } from "../run.ts";
import { ScriptFile } from "./file.ts";
import { flagsOf } from "./modes.ts";
import { systemError } from "./refusal.ts";

/** Where a flow makes files, and with which rights. */
export type FileFlow = Pick<ScriptFlow, "umask" | "namespace">;

/** Opens a file; a named pipe without a reader is waited for, all else is opened at once. */
export async function openFile(
  run: Run,
  location: string | Buffer,
  path: string,
  mode: string,
  flow: FileFlow,
): Promise<ScriptFile> {
  const flags = flagsOf(mode);
  for (let wait = 1; ; wait = Math.min(wait * 2, 20)) {
    try {
      const fd = inNamespace(flow, () =>
        withUmask(flow.umask, () => openSync(location, flags | constants.O_NONBLOCK, 0o666)),
      );
      return adopt(run, fd, path, mode, flags);
    } catch (thrown) {
      // ENXIO: a named pipe that nobody reads yet (fifo(7)); of a device or socket it is final.
      if ((thrown as NodeJS.ErrnoException).code !== "ENXIO" || !inNamespace(flow, () => isFifo(location)))
        throw thrown;
    }
    await pause(run, wait, null);
  }
}

function adopt(run: Run, fd: number, path: string, mode: string, flags: number): ScriptFile {
  const status = fstatSync(fd);
  const seekable = status.isFile() || status.isBlockDevice();
  // open(2) lets a directory be read; a stream of C does not, and neither does read(2) later.
  if (status.isDirectory()) {
    closeSync(fd);
    throw systemError("EISDIR");
  }
  return new ScriptFile(run, { fd, seekable, nonBlocking: true }, path, mode, (flags & constants.O_APPEND) !== 0);
}

function isFifo(location: string | Buffer): boolean {
  return statSync(location, { throwIfNoEntry: false })?.isFIFO() === true;
}

/** Does a synchronous call under a flow's umask: no other code runs in between. */
export function withUmask<T>(umask: number, call: () => T): T {
  const before = process.umask(umask);
  try {
    return call();
  } finally {
    process.umask(before);
  }
}
