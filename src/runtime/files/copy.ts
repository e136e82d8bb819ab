/** Copying a file, and finding all that lies below a directory. */

import { closeSync, constants, fstatSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { isDue, turn } from "../control/pause.ts";
import type { ScriptFlow } from "../flow.ts";
import type { Run } from "../run.ts";
import { compareTexts, locate, textOf } from "./bytes.ts";
import { Refusal, systemError } from "./refusal.ts";
import { openDraft } from "./replace.ts";

const partSize = 1024 * 1024;

/** Puts a copy of a regular file in another's place at once; a new file gets the mode of the old. */
export async function copyFile(run: Run, flow: ScriptFlow, from: string, to: string): Promise<void> {
  const refuse = (why: string, about: string): Refusal => new Refusal("IOFault", why, "EINVAL", about);
  // A pipe that nobody writes to would not even open.
  const fd = openSync(locate(flow, from), constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const source = fstatSync(fd);
    if (source.isDirectory()) throw systemError("EISDIR");
    if (!source.isFile()) throw refuse(`${JSON.stringify(from)} is no regular file`, "from");
    const target = locate(flow, to);
    const before = statSync(target, { throwIfNoEntry: false });
    if (before?.isDirectory() === true) throw systemError("EISDIR");
    if (before !== undefined && !before.isFile()) throw refuse(`${JSON.stringify(to)} is no regular file`, "to");
    if (before?.ino === source.ino && before.dev === source.dev) throw refuse("both names are one file", "to");
    const draft = openDraft(target, before, flow.umask);
    try {
      if (before === undefined) draft.setMode(source.mode & 0o777 & ~flow.umask);
      const part = Buffer.allocUnsafe(partSize);
      for (let size = readSync(fd, part); size > 0; size = readSync(fd, part)) {
        draft.write(part.subarray(0, size));
        if (isDue(run)) await turn(run, flow);
      }
      draft.commit();
    } finally {
      draft.discard();
    }
  } finally {
    closeSync(fd);
  }
}

/** All paths below a directory, sorted by bytes; links are not followed. */
export async function walk(run: Run, flow: ScriptFlow, path: string): Promise<string[]> {
  const found: string[] = [];
  const waiting = [path];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const entries = readdirSync(locate(flow, folder), { encoding: "buffer", withFileTypes: true }).map((entry) => ({
      // With this encoding the names are bytes, which @types/node does not know.
      name: textOf(entry.name as unknown as Buffer),
      isFolder: entry.isDirectory(),
    }));
    const start = folder.endsWith("/") ? folder : `${folder}/`;
    for (const { name, isFolder } of entries) {
      found.push(start + name);
      if (isFolder) waiting.push(start + name);
    }
    if (isDue(run)) await turn(run, flow);
  }
  return found.sort(compareTexts);
}
