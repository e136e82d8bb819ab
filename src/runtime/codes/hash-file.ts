/** The digest of a file, read in parts: its size does not matter. */

import { createHash } from "node:crypto";
import { readParts, withRegularFile } from "../files/regular.ts";
import type { ScriptFlow } from "../flow.ts";
import type { Run } from "../run.ts";

/** Hexadecimal digits; refuses what is no regular file, which may never end. */
export async function hashFile(run: Run, flow: ScriptFlow, algorithm: string, filename: string): Promise<string> {
  return withRegularFile(flow, filename, "filename", async (fd) => {
    const hash = createHash(algorithm);
    await readParts(run, flow, fd, (part) => void hash.update(part));
    return hash.digest("hex");
  });
}
