/** The digest of a file, read in parts: its size does not matter. */

import { createHash } from "node:crypto";
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { isDue, turn } from "../control/pause.ts";
import { locate } from "../files/bytes.ts";
import { Refusal, systemError } from "../files/refusal.ts";
import type { ScriptFlow } from "../flow.ts";
import type { Run } from "../run.ts";

const partSize = 256 * 1024;

/** Hexadecimal digits; refuses what is no regular file, which may never end. */
export async function hashFile(run: Run, flow: ScriptFlow, algorithm: string, filename: string): Promise<string> {
  // A pipe that nobody writes to would not even open.
  const fd = openSync(locate(flow, filename), constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const status = fstatSync(fd);
    if (status.isDirectory()) throw systemError("EISDIR");
    if (!status.isFile())
      throw new Refusal("IOFault", `${JSON.stringify(filename)} is no regular file`, "EINVAL", "filename");
    const hash = createHash(algorithm);
    const part = Buffer.allocUnsafe(partSize);
    for (let size = readSync(fd, part); size > 0; size = readSync(fd, part)) {
      hash.update(part.subarray(0, size));
      if (isDue(run)) await turn(run, flow);
    }
    return hash.digest("hex");
  } finally {
    closeSync(fd);
  }
}
