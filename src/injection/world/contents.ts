/** Files of a world that are missing, empty, huge, malformed or binary. */

import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeFolders } from "../../runtime/index.ts";
import { WorldTrouble, within } from "../../sandbox/index.ts";
import { createRandom } from "../random.ts";
import type { Contents } from "./world.ts";

/** What of a file is read to be spoilt. */
const mostRead = 2 ** 20;

/** Gives a file its new content; `path` is absolute, and lies in the world. */
export function spoil(path: string, contents: Contents, disk: number): void {
  try {
    if (contents.how === "missing") return rmSync(path, { recursive: true, force: true });
    const before = readHead(path);
    makeFolders(dirname(path));
    writeFileSync(path, bytesOf(contents, before, disk));
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code ?? "EIO";
    throw new WorldTrouble(`${contents.path} cannot be changed for this run: ${code}`);
  }
}

/** A name as the script has it, as a path of the world. */
export function placeInWorld(root: string, directory: string, path: string): string {
  return within(root, path.startsWith("/") ? path : join(directory, path));
}

function readHead(path: string): Buffer {
  const isFile = statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  return isFile ? readFileSync(path).subarray(0, mostRead) : Buffer.alloc(0);
}

function bytesOf({ how, bytes, seed }: Contents, before: Buffer, disk: number): Buffer {
  const random = createRandom(seed, how);
  switch (how) {
    case "missing":
    case "empty":
      return Buffer.alloc(0);
    case "huge":
      return repeated(before.length > 0 ? before : Buffer.from("x\n"), Math.min(bytes, Math.floor(disk / 4)));
    case "malformed": {
      // Its beginning as it was, broken off, and something that belongs to no format.
      const kept = before.subarray(0, Math.floor((before.length * random.whole(20, 80)) / 100));
      return Buffer.concat([kept, Buffer.from('\n<<{{"%\u00e9"]\t,,;=\n')]);
    }
    case "binary":
      return Buffer.from(Array.from({ length: bytes }, () => random.whole(0, 255)));
  }
}

function repeated(part: Buffer, length: number): Buffer {
  const whole = Buffer.alloc(length);
  for (let at = 0; at < length; at += part.length) part.copy(whole, at);
  return whole;
}
