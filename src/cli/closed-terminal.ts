/** Node.js sets a terminal's modes back when it ends, and aborts where that terminal has been closed meanwhile: the exit code would be lost. */

import { closeSync, fstatSync, openSync, writeSync } from "node:fs";

/** Puts /dev/null in the place of standard descriptors whose terminal is gone; for the very end of the process. */
export function leaveClosedTerminal(): void {
  for (const fd of [0, 1, 2]) {
    if (!isClosedTerminal(fd)) continue;
    closeSync(fd);
    // The lowest free number, so the same one.
    openSync("/dev/null", "r+");
  }
}

function isClosedTerminal(fd: number): boolean {
  if (!mayBeTerminal(fd)) return false;
  try {
    writeSync(fd, "");
    return false;
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code;
    // What is open for reading only tells nothing: then it counts whether this process has a terminal at all.
    return code === "EIO" || (code === "EBADF" && !hasTerminal());
  }
}

/** A character device other than /dev/null and its kin, whose major number is 1 (null(4)). */
function mayBeTerminal(fd: number): boolean {
  try {
    const { rdev, mode } = fstatSync(fd);
    return (mode & 0o170000) === 0o020000 && rdev >> 8 !== 1;
  } catch {
    return false;
  }
}

function hasTerminal(): boolean {
  try {
    closeSync(openSync("/dev/tty", "r"));
    return true;
  } catch {
    return false;
  }
}
