/** System: names in the file system, what is known of them, and changes to them. */

import { constants } from "node:fs";
import { bytesOf, compareTexts, locate, nameOf, textOf } from "../files/bytes.ts";
import { withUmask } from "../files/open.ts";
import { realPathOf } from "../files/paths.ts";
import { existsAt } from "../files/programs.ts";
import { Refusal, systemError } from "../files/refusal.ts";
import { statusOf } from "../files/status.ts";
import type { ScriptFlow } from "../flow.ts";
import {
  accessSync,
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmdirSync,
  statSync,
  symlinkSync,
  throughView,
  truncateSync,
  unlinkSync,
  utimesSync,
} from "../host/files.ts";
import { inNamespace } from "../host/in-namespace.ts";
import { type GuardedCall, guarded, quote } from "./guard.ts";

const looking = (path: string): string => `look at ${quote(path)}`;
const removing = (path: string): string => `remove ${quote(path)}`;
const making = (path: string): string => `make the directory ${quote(path)}`;

/** Questions about names. */
export const nameQuestions: Readonly<Record<string, GuardedCall>> = {
  "System.exists": guarded({
    perform: (flow: ScriptFlow, _site: number, path: string) => path !== "" && existsAt(flow, path),
    attempts: looking,
  }),
  "System.access": guarded({
    perform: (flow: ScriptFlow, _site: number, path: string, mode: string = "r") => mayAccess(locate(flow, path), mode),
    attempts: (path) => `tell the rights on ${quote(path)}`,
  }),
  "System.stat": guarded({
    perform: (flow: ScriptFlow, _site: number, path: string) => statusOf(statSync(locate(flow, path))),
    attempts: looking,
  }),
  "System.lstat": guarded({
    perform: (flow: ScriptFlow, _site: number, path: string) => statusOf(lstatSync(locate(flow, path))),
    attempts: looking,
  }),
  "System.isFile": guarded({
    perform: (flow: ScriptFlow, _site: number, path: string) =>
      path !== "" && existsAt(flow, path) && statSync(locate(flow, path)).isFile(),
    attempts: looking,
  }),
  "System.isDirectory": guarded({
    perform: (flow: ScriptFlow, _site: number, path: string) =>
      path !== "" && existsAt(flow, path) && statSync(locate(flow, path)).isDirectory(),
    attempts: looking,
  }),
  "System.readdir": guarded({
    perform: (flow: ScriptFlow, _site: number, path: string) =>
      readdirSync(locate(flow, path), { encoding: "buffer" }).map(textOf).sort(compareTexts),
    attempts: (path) => `read the directory ${quote(path)}`,
  }),
  "System.readlink": guarded({
    perform: (flow: ScriptFlow, _site: number, path: string) =>
      textOf(readlinkSync(locate(flow, path), { encoding: "buffer" })),
    attempts: (path) => `read the link ${quote(path)}`,
  }),
  "System.realpath": guarded({
    perform: (flow: ScriptFlow, _site: number, path: string) => realPathOf(locate(flow, path)),
    attempts: (path) => `follow the path ${quote(path)}`,
  }),
};

/** Changes of names. */
export const nameChanges: Readonly<Record<string, GuardedCall>> = {
  "System.rename": guarded({
    perform: (flow: ScriptFlow, _site: number, from: string, to: string) =>
      renameSync(locate(flow, from), locate(flow, to)),
    attempts: (from, to) => `rename ${quote(from)} to ${quote(to)}`,
  }),
  "System.unlink": guarded({
    perform: (flow: ScriptFlow, _site: number, path: string) => unlinkSync(locate(flow, path)),
    attempts: removing,
  }),
  "System.mkdir": guarded({
    perform: (flow: ScriptFlow, _site: number, path: string, mode: number = 0o777) => makeDirectory(flow, path, mode),
    attempts: making,
  }),
  "System.mkdirs": guarded({
    perform: (flow: ScriptFlow, _site: number, path: string, mode: number = 0o777) => makeDirectories(flow, path, mode),
    attempts: making,
  }),
  "System.rmdir": guarded({
    perform: (flow: ScriptFlow, _site: number, path: string) => rmdirSync(locate(flow, path)),
    attempts: (path) => `remove the directory ${quote(path)}`,
  }),
  "System.symlink": guarded({
    perform: (flow: ScriptFlow, _site: number, target: string, path: string) =>
      symlinkSync(nameOf(target), locate(flow, path)),
    attempts: (target, path) => `make the link ${quote(path)} to ${quote(target)}`,
  }),
  "System.link": guarded({
    perform: (flow: ScriptFlow, _site: number, from: string, to: string) =>
      linkSync(locate(flow, from), locate(flow, to)),
    attempts: (from, to) => `link ${quote(to)} to ${quote(from)}`,
  }),
  "System.chmod": guarded({
    perform: (flow: ScriptFlow, _site: number, path: string, mode: number) =>
      chmodSync(locate(flow, path), checkMode(mode)),
    attempts: (path, mode) => `set the mode of ${quote(path)} to ${octal(mode)}`,
  }),
  "System.chown": guarded({
    perform: (flow: ScriptFlow, _site: number, path: string, owner: number, group: number) =>
      chownSync(locate(flow, path), checkId(owner, "owner"), checkId(group, "group")),
    attempts: (path, owner, group) => `give ${quote(path)} to user ${owner} and group ${group}`,
  }),
  "System.truncate": guarded({
    perform: (flow: ScriptFlow, _site: number, path: string, size: number) => {
      // Node.js takes what is below 0 for 0.
      if (size < 0) throw new Refusal("ArgumentFault", "a size cannot be below 0", "EINVAL", "size");
      truncateSync(locate(flow, path), size);
    },
    attempts: (path, size) => `cut ${quote(path)} to ${size} bytes`,
  }),
  "System.utimes": guarded({
    perform: (flow: ScriptFlow, _site: number, path: string, accessed: number, modified: number) =>
      // As dates: numbers below 0 would mean now.
      utimesSync(locate(flow, path), new Date(accessed), new Date(modified)),
    attempts: (path) => `set the times of ${quote(path)}`,
  }),
  "System.mkfifo": guarded({
    perform: async (flow: ScriptFlow, _site: number, path: string, mode: number = 0o666) => {
      const { makeFifo } = await import("../files/native.ts");
      const location = locate(flow, path);
      const bytes = typeof location === "string" ? bytesOf(location) : location;
      if (bytes.includes(0)) throw new Refusal("ArgumentFault", "a file name cannot hold a NUL character", "EINVAL");
      const errno = inNamespace(flow, () =>
        withUmask(flow.umask, () =>
          throughView(bytes, "link", (at) => makeFifo(Buffer.concat([at, nul]), checkMode(mode))),
        ),
      );
      if (errno !== null) throw systemError(errno);
    },
    attempts: (path) => `make the named pipe ${quote(path)}`,
  }),
};

const nul = Buffer.alloc(1);

function mayAccess(location: string | Buffer, mode: string): boolean {
  if (!/^[rwxf]+$/.test(mode))
    throw new Refusal("ArgumentFault", `the mode ${quote(mode)} is not made of "r", "w" and "x"`, "EINVAL", "mode");
  const bits = { r: constants.R_OK, w: constants.W_OK, x: constants.X_OK, f: constants.F_OK };
  // The test above leaves only these letters.
  const wanted = Array.from(mode).reduce((sum, letter) => sum | bits[letter as keyof typeof bits], 0);
  try {
    accessSync(location, wanted);
    return true;
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code;
    if (code === "EACCES" || code === "EPERM" || code === "ENOENT" || code === "ENOTDIR" || code === "EROFS")
      return false;
    throw thrown;
  }
}

function makeDirectory(flow: ScriptFlow, path: string, mode: number): void {
  const location = locate(flow, path);
  withUmask(flow.umask, () => mkdirSync(location, checkMode(mode)));
}

// Not by Node's own recursive way: that takes no bytes, and reports another path than the one that failed.
function makeDirectories(flow: ScriptFlow, path: string, mode: number): void {
  try {
    makeDirectory(flow, path, mode);
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code;
    const parent = path.replace(/\/+$/, "").replace(/\/*[^/]*$/, "");
    if (code === "EEXIST" && statSync(locate(flow, path)).isDirectory()) return;
    if (code !== "ENOENT" || parent === "" || parent === path) throw thrown;
    makeDirectories(flow, parent, 0o777);
    makeLast(flow, path, mode);
  }
}

/** Within a parent that is there: ENOENT now comes from a file system that takes no folders (/proc). */
function makeLast(flow: ScriptFlow, path: string, mode: number): void {
  try {
    makeDirectory(flow, path, mode);
  } catch (thrown) {
    // Somebody else was quicker.
    if ((thrown as NodeJS.ErrnoException).code !== "EEXIST" || !statSync(locate(flow, path)).isDirectory())
      throw thrown;
  }
}

function checkMode(mode: number): number {
  if (mode < 0 || mode > 0o7777)
    throw new Refusal("ArgumentFault", `${mode} is no mode: 0 to 0o7777`, "EINVAL", "mode");
  return mode;
}

function octal(mode: number): string {
  return mode < 0 ? String(mode) : `0${mode.toString(8)}`;
}

// -1 leaves an owner or group as it is: to chown(2) that is the largest unsigned number.
function checkId(id: number, about: string): number {
  if (id < -1 || id > 0xffff_fffe)
    throw new Refusal("ArgumentFault", `${id} is no number of a user or group`, "EINVAL", about);
  return id === -1 ? 0xffff_ffff : id;
}
