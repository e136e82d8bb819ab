/** Regular files: what asks for one refuses everything else, and reads it in parts, so that its size does not matter. */

import { closeSync, constants, fstatSync, readSync, type Stats } from "node:fs";
import { isDue, turn } from "../control/pause.ts";
import type { ScriptFlow } from "../flow.ts";
import { openSync, statSync } from "../host/files.ts";
import { inNamespace } from "../host/in-namespace.ts";
import type { Run } from "../run.ts";
import { locate } from "./bytes.ts";
import { Refusal, systemError } from "./refusal.ts";

const partSize = 256 * 1024;

/** Refuses what is no regular file: a directory, and what may never end. `about` is the parameter that names it. */
export function checkRegular(status: Stats, filename: string, about: string): Stats {
  if (status.isDirectory()) throw systemError("EISDIR");
  if (!status.isFile()) throw new Refusal("IOFault", `${JSON.stringify(filename)} is no regular file`, "EINVAL", about);
  return status;
}

/** What a file is that is to be replaced; undefined where it is not there. Refuses what is no regular file. */
export function statusToReplace(location: string | Buffer, filename: string, about: string): Stats | undefined {
  const status = statSync(location, { throwIfNoEntry: false });
  return status === undefined ? undefined : checkRegular(status, filename, about);
}

/** What `use` makes of a regular file that is open for reading meanwhile. */
export async function withRegularFile<T>(
  flow: ScriptFlow,
  filename: string,
  about: string,
  use: (fd: number, status: Stats) => Promise<T>,
): Promise<T> {
  // A pipe that nobody writes to would not even open.
  const fd = inNamespace(flow, () => openSync(locate(flow, filename), constants.O_RDONLY | constants.O_NONBLOCK));
  try {
    return await use(fd, checkRegular(fstatSync(fd), filename, about));
  } finally {
    closeSync(fd);
  }
}

/** Hands the rest of a file on, part by part; a part is overwritten by the next one. */
export async function readParts(run: Run, flow: ScriptFlow, fd: number, take: (part: Buffer) => void): Promise<void> {
  const part = Buffer.allocUnsafe(partSize);
  for (let size = readSync(fd, part); size > 0; size = readSync(fd, part)) {
    take(part.subarray(0, size));
    if (isDue(run)) await turn(run, flow);
  }
}
