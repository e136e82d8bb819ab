/** Begins a log: a folder with its name, its key, no entries, and a checkpoint that says so. */

import { closeSync, mkdirSync, openSync, readdirSync, writeSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { emptyRange, isLogName, rootOf, writeCheckpoint } from "../../agreement/index.ts";
import { syncFile, syncFolder } from "../../sinks/index.ts";
import { sha256 } from "../keys/crypto.ts";
import { createKeyFile } from "../keys/key-file.ts";
import { isProblem, type LogProblem, problemOf } from "../problem.ts";
import { writeBeside } from "./checkpoint-file.ts";
import { checkpointLine } from "./checkpoint-line.ts";
import { type Header, headerText, names } from "./header.ts";

export function createLog(
  folder: string,
  { origin, passphrase }: { readonly origin: string; readonly passphrase?: string | undefined },
): Header | LogProblem {
  if (!isLogName(origin))
    return {
      code: "LOG-04",
      message: `${JSON.stringify(origin)} is no name of a log`,
      help: "name it without spaces and +, such as --origin example.org/agreements",
      kind: "words",
    };
  try {
    mkdirSync(folder, { recursive: true });
    if (readdirSync(folder).length > 0)
      return {
        code: "LOG-04",
        message: `${folder} is not empty`,
        help: "name a folder that is new or empty",
        kind: "words",
      };
    const key = createKeyFile(join(folder, names.key), passphrase);
    if (isProblem(key)) return key;
    const own = { name: origin, publicKey: key.publicKey };
    const header = { origin, key: own, trusted: [] };
    const empty = { origin, size: 0, root: rootOf(emptyRange, sha256) };
    const note = writeCheckpoint(empty, { ...own, sign: key.sign }, sha256);
    putNew(join(folder, names.entries), checkpointLine(note));
    writeBeside(folder, note, 0);
    // The header comes last: without it a folder is no log.
    putNew(join(folder, names.header), headerText(header));
    syncFolder(folder);
    syncFolder(dirname(resolve(folder)));
    return header;
  } catch (thrown) {
    return problemOf(thrown, folder, "written");
  }
}

function putNew(path: string, text: string | Uint8Array): void {
  const fd = openSync(path, "wx", 0o644);
  try {
    writeSync(fd, Buffer.from(text));
    syncFile(fd, true);
  } finally {
    closeSync(fd);
  }
}
