/** Finding a program in PATH as a shell does, with what was found kept until it stops working. */

import { constants } from "node:fs";
import { seenFrom } from "../files/here.ts";
import { accessSync, statSync } from "../host/files.ts";
import { errnoOf } from "./errno.ts";
import { cString, fsPath } from "./memory.ts";

/** A program's file as exec takes it: relative paths count from the command's own directory. */
export interface Program {
  readonly path: string;
  readonly memory: Buffer;
}

/** Why nothing can be run: ENOENT (status 127), or EACCES and its kin for a file that was found (126). */
export interface NoProgram {
  readonly errno: string;
  /** The file that was found but cannot be run. */
  readonly path?: string;
}

// What execvp(3) searches without PATH.
export const defaultPath = "/bin:/usr/bin";

export class ProgramSearch {
  readonly #found = new Map<string, Program>();

  /** Programs are looked for anew. */
  forget(): void {
    this.#found.clear();
  }

  /** The program that `name` means; a name with a slash is taken as a path and not looked at. `afresh` forgets what was found before. */
  find(name: string, path: string | undefined, directory: string, afresh = false): Program | NoProgram {
    const list = path ?? defaultPath;
    const key = name.includes("/") ? name : `${name}\0${list}${/(^|:)([^/]|$)/.test(list) ? `\0${directory}` : ""}`;
    const known = afresh ? undefined : this.#found.get(key);
    if (known !== undefined) return known;
    const result = name.includes("/") ? programAt(name) : search(name, list, directory);
    if ("memory" in result) this.#found.set(key, result);
    else this.#found.delete(key);
    return result;
  }
}

function programAt(path: string): Program {
  return { path, memory: cString(path) };
}

function search(name: string, list: string, directory: string): Program | NoProgram {
  let refused: NoProgram | undefined;
  if (name !== "") {
    for (const folder of list.split(":")) {
      // An empty entry is the working directory (POSIX, 8.3).
      const path = folder === "" ? `./${name}` : `${folder}/${name}`;
      const errno = whyNotRunnable(path, directory);
      if (errno === null) return programAt(path);
      if (errno !== "ENOENT" && errno !== "ENOTDIR") refused ??= { errno, path };
    }
  }
  return refused ?? { errno: "ENOENT" };
}

/** Why a file cannot be run as a program, as an error's name; null where it can. Folders in PATH that may not be read hide what they hold. */
export function whyNotRunnable(path: string, directory: string): string | null {
  const file = fsPath(seenFrom(directory, path));
  try {
    const status = statSync(file);
    if (status.isDirectory()) return "EISDIR";
    if (!status.isFile()) return "EACCES";
  } catch (thrown) {
    const errno = errnoOf(thrown);
    return errno === "EACCES" ? "ENOENT" : errno;
  }
  try {
    accessSync(file, constants.X_OK);
    return null;
  } catch (thrown) {
    return errnoOf(thrown);
  }
}
