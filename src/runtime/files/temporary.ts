/** Temporary files and directories, and their removal with all that they hold. */

import { dirname } from "node:path";
import type { ScriptFlow } from "../flow.ts";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmdirSync,
  statSync,
  unlinkSync,
} from "../host/files.ts";
import { bytesOf, nameOf, textOf } from "./bytes.ts";

/** Makes a directory for this user only, under TMPDIR or /tmp. */
export function makeTemporaryDirectory(flow: ScriptFlow): string {
  const base = flow.environment.get("TMPDIR") || "/tmp";
  const folder = base.startsWith("/") ? base : `${flow.directory}/${base}`;
  const prefix = nameOf(`${folder.replace(/\/+$/, "")}/dscript-`);
  return textOf(mkdtempSync(prefix));
}

/** Removes a file or a whole tree; links are removed, not followed, and what is gone already is no failure. */
export function removeTree(path: string): void {
  removeBytes(bytesOf(path));
}

// Names are kept as bytes: those that are no UTF-8 must go, too.
function removeBytes(path: Buffer): void {
  const status = lstatSync(path, { throwIfNoEntry: false });
  if (status === undefined) return;
  if (!status.isDirectory()) return ignoreMissing(() => unlinkSync(path));
  // A directory that its owner may not read or change can still be removed by its owner.
  if ((status.mode & 0o700) !== 0o700) ignoreMissing(() => chmodSync(path, 0o700));
  for (const name of readdirSync(path, { encoding: "buffer" })) removeBytes(Buffer.concat([path, slash, name]));
  ignoreMissing(() => rmdirSync(path));
}

const slash = Buffer.from("/");

function ignoreMissing(call: () => void): void {
  try {
    call();
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== "ENOENT") throw thrown;
  }
}

/** As `mkdir -p`; Node's own `recursive` never returns where a parent exists but takes no folders, such as /proc (nodejs/node#31481). Throws what mkdir throws. */
export function makeFolders(path: string, mode = 0o777): void {
  try {
    mkdirSync(path, { mode });
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === "EEXIST" && statSync(path).isDirectory()) return;
    if (code !== "ENOENT" || existsSync(dirname(path))) throw thrown;
    makeFolders(dirname(path), mode);
    mkdirSync(path, { mode });
  }
}
