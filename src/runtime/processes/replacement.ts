/** `>= FILE`: written beside the target, synced, and renamed over it only if all went well (language 3). */

import { closeSync, constants, fchmodSync, fchownSync, fsync } from "node:fs";
import { basename, dirname } from "node:path";
import type { ScriptFlow } from "../flow.ts";
import { accessSync, openSync, readlinkSync, renameSync, statSync, unlinkSync } from "../host/files.ts";
import { inNamespace } from "../host/in-namespace.ts";
import { bytesText } from "./decode.ts";
import { fsPath } from "./memory.ts";

// File names have at most 255 bytes on every common file system.
const longestName = 200;
// As many links as the system itself follows (path_resolution(7)).
const mostLinks = 40;

const open = new Set<Replacement>();

/** Removes the temporary files of all that are under way: the engine leaves at once. */
export function abandonReplacements(): void {
  for (const replacement of open) replacement.abandon();
}

/** Where it is made, and with which rights. */
type ReplacementFlow = Pick<ScriptFlow, "umask" | "namespace">;

export class Replacement {
  /** Where the command writes. */
  readonly fd: number;
  /** The target as it was named. */
  readonly path: string;
  readonly #target: string;
  readonly #temporary: string;
  readonly #flow: ReplacementFlow;
  #settled = false;

  /** Makes the temporary file. Throws the system's error where the target may not be replaced. */
  constructor(path: string, flow: ReplacementFlow, token: string) {
    this.path = path;
    this.#flow = flow;
    this.#target = resolveLinks(path);
    const folder = dirname(this.#target);
    this.#temporary = `${folder}/.${basename(this.#target).slice(0, longestName / 4)}.${token}.tmp`;
    const existing = statSync(fsPath(this.#target), { throwIfNoEntry: false });
    if (existing !== undefined && !existing.isFile()) {
      throw Object.assign(new Error("no regular file"), { code: existing.isDirectory() ? "EISDIR" : "EINVAL" });
    }
    // A file that may not be written is not to be replaced either, though its folder would allow it.
    if (existing !== undefined) accessSync(fsPath(this.#target), constants.W_OK);
    const before = process.umask(flow.umask);
    try {
      const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL;
      this.fd = openSync(fsPath(this.#temporary), flags, existing === undefined ? 0o666 : 0o600);
    } finally {
      process.umask(before);
    }
    if (existing !== undefined) {
      try {
        fchownSync(this.fd, existing.uid, existing.gid);
      } catch {
        // Only root may give files away; the content matters more than the owner.
      }
      fchmodSync(this.fd, existing.mode & 0o7777);
    }
    open.add(this);
  }

  /** Puts the written file in the target's place, safe against a power cut. Throws the system's error; the target is then as it was. */
  async commit(): Promise<void> {
    try {
      await synced(this.fd);
      const folder = inNamespace(this.#flow, () => {
        renameSync(fsPath(this.#temporary), fsPath(this.#target));
        this.#settled = true;
        return openFolder(dirname(this.#target));
      });
      if (folder !== undefined) await syncAndClose(folder);
    } finally {
      this.abandon();
      closeSync(this.fd);
    }
  }

  /** Removes the temporary file; the target stays as it was. */
  abandon(): void {
    open.delete(this);
    if (this.#settled) return;
    this.#settled = true;
    try {
      inNamespace(this.#flow, () => unlinkSync(fsPath(this.#temporary)));
    } catch {
      // Somebody removed it first.
    }
  }

  /** Abandons it and closes the file. */
  drop(): void {
    this.abandon();
    closeSync(this.fd);
  }
}

/** What the last name leads to, also where that does not exist yet: links stay links. Throws the system's error where they lead in a circle. */
function resolveLinks(path: string): string {
  let at = path;
  for (let links = 0; links < mostLinks; links += 1) {
    const target = linkTarget(at);
    if (target === undefined) return at;
    at = target.startsWith("/") ? target : `${dirname(at)}/${target}`;
  }
  throw Object.assign(new Error("too many links"), { code: "ELOOP" });
}

function linkTarget(path: string): string | undefined {
  try {
    return bytesText(readlinkSync(fsPath(path), { encoding: "buffer" }));
  } catch {
    // No link, or nothing at all.
    return undefined;
  }
}

function synced(fd: number): Promise<void> {
  return new Promise((resolve, reject) => {
    // Some file systems cannot sync (EINVAL): they have nothing that could be lost.
    fsync(fd, (error) => (error === null || error.code === "EINVAL" ? resolve() : reject(error)));
  });
}

/** A folder that may be written but not read cannot be synced. */
function openFolder(folder: string): number | undefined {
  try {
    return openSync(fsPath(folder), constants.O_RDONLY);
  } catch {
    return undefined;
  }
}

async function syncAndClose(fd: number): Promise<void> {
  try {
    await synced(fd);
  } finally {
    closeSync(fd);
  }
}
