/** Small files that are written whole or not at all. */

import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";

/** What a file of JSON holds; undefined where there is none that can be read. */
export function readJson<T>(path: string): T | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as T;
  } catch {
    // It is made anew from the log.
    return undefined;
  }
}

/** Throws what the system says. `isDurable`: it is on disk when this returns. */
export function writeJson(path: string, value: unknown, isDurable = false): void {
  const part = `${path}.${process.pid}`;
  const fd = openSync(part, "w", 0o600);
  try {
    writeSync(fd, JSON.stringify(value));
    if (isDurable) fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  renameSync(part, path);
}
