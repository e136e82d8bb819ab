/** The folder of a test: made for it, and removed after it; one that a test has left as it was serves the next one. */

import { lstatSync, mkdirSync, readdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { removeTree } from "../../runtime/index.ts";

/** The parts of a test's folder. */
export const parts = { work: "work", home: "home", temporary: "tmp", state: "state", coverage: "coverage" } as const;

/** What is there from the start; the rest is made when it is needed. */
const first = [parts.work, parts.home, parts.temporary];
export const outputFile = "output";

export interface TestFolders {
  readonly make: (path: string, coverage: boolean) => void;
  readonly leave: (path: string) => void;
  /** No test comes any more. */
  readonly end: () => void;
}

/** Making and removing folders is most of what a small test costs where disks are slow. */
export function createTestFolders(): TestFolders {
  let spare: string | undefined;
  return {
    make(path, coverage) {
      if (spare === undefined) {
        mkdirSync(path, { recursive: true });
        for (const part of first) mkdirSync(join(path, part));
      } else renameSync(spare, path);
      spare = undefined;
      if (coverage) mkdirSync(join(path, parts.coverage));
    },
    leave(path) {
      if (spare === undefined && isAsMade(path)) spare = path;
      else remove(path);
    },
    end() {
      if (spare !== undefined) remove(spare);
    },
  };
}

function isAsMade(path: string): boolean {
  try {
    const entries = readdirSync(path);
    return (
      entries.every((entry) => entry === outputFile || first.some((part) => part === entry)) &&
      first.every((part) => readdirSync(join(path, part)).length === 0) &&
      [path, ...first.map((part) => join(path, part))].every(isUsual)
    );
  } catch {
    return false;
  }
}

function isUsual(path: string): boolean {
  const status = lstatSync(path);
  return status.isDirectory() && (status.mode & 0o777) === (0o777 & ~process.umask());
}

/** A test may have taken its own rights away, or have left somebody who still writes: what is left goes with the whole folder. */
function remove(folder: string): void {
  try {
    removeTree(folder);
  } catch {
    // Tried again at the end of all tests.
  }
}
