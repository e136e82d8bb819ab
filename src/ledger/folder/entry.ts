/** An entry's bytes, from the place that the files of the tree have for it. */

import { readSync } from "node:fs";
import { isSameHash, leafHash, storedAt } from "../../agreement/index.ts";
import { sha256 } from "../keys/crypto.ts";
import { longestLine } from "./range.ts";
import type { TreeFiles } from "./tree-files.ts";

/** Undefined where its bytes are not those that the tree was made of. */
export function entryAt(fd: number, index: number, { hash, end }: TreeFiles): Uint8Array | undefined {
  const [start, stop] = [end(index - 1), end(index)];
  // A place that cannot be comes of a damaged file.
  if (stop <= start || stop - start > 2 * longestLine) return undefined;
  const lines = Buffer.alloc(stop - start - 1);
  readSync(fd, lines, 0, lines.length, start);
  // A checkpoint may stand ahead of it.
  const bytes = lines.subarray(lines.lastIndexOf(10) + 1);
  return isSameHash(leafHash(bytes, sha256), hash(storedAt(0, index))) ? bytes : undefined;
}
