/** Puts a file of root's into its place: whole or not at all, and never there with another owner or mode. */

import { chmodSync, chownSync, closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from "node:fs";

export function putFile(path: string, content: Uint8Array | string, mode: number): undefined {
  const part = `${path}.part`;
  rmSync(part, { force: true });
  const fd = openSync(part, "wx", 0o600);
  try {
    writeSync(fd, Buffer.from(content));
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  chownSync(part, 0, 0);
  chmodSync(part, mode);
  renameSync(part, path);
}
