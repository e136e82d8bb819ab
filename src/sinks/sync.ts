/** Having on disk what was written: of a file its content, of a new one its name in its folder, too (fsync(2)). */

import { closeSync, constants, fdatasyncSync, fsyncSync, openSync } from "node:fs";
import { codeOf } from "./descriptor.ts";

/** Waits until a file's content is on disk; with `whole`, its times and rights, too. Throws the system's error. */
export function syncFile(fd: number, whole: boolean): void {
  bearing(() => (whole ? fsyncSync(fd) : fdatasyncSync(fd)));
}

/** Waits until the names in a folder are on disk. Throws the system's error, but for a folder that may not be read. */
export function syncFolder(path: string): void {
  let fd: number;
  try {
    fd = openSync(path, constants.O_RDONLY | constants.O_DIRECTORY);
  } catch (thrown) {
    // A folder that may be written but not read cannot be synced.
    if (codeOf(thrown) === "EACCES") return;
    throw thrown;
  }
  try {
    bearing(() => fsyncSync(fd));
  } finally {
    closeSync(fd);
  }
}

/** Some file systems cannot sync: they have nothing that could be lost. */
function bearing(sync: () => void): void {
  try {
    sync();
  } catch (thrown) {
    if (!["EINVAL", "ENOSYS", "ENOTSUP"].includes(codeOf(thrown))) throw thrown;
  }
}
