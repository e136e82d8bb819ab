/** What was seen of the disk while modules were looked for: kept beside a compiled program, which holds as long as all of it is still so. */

import { isUtf8 } from "node:buffer";
import { readdirSync, statSync } from "node:fs";
import { readScript } from "../read-file.ts";

/** One look: what kind of thing a path is, the names in a folder that begin so, or a file's text. */
export interface Look {
  readonly how: "kind" | "names" | "text";
  readonly path: string;
  readonly saw: string;
}

/** Looks at the disk, and remembers what it saw. */
export class Looks {
  readonly #all = new Map<string, Look>();

  /** "file", "folder", or "nothing". */
  kind(path: string): string {
    return this.#look("kind", path);
  }

  /** The names in the folder of `path` that begin as its last part, sorted. */
  names(path: string): readonly string[] {
    const saw = this.#look("names", path);
    return saw === "" ? [] : saw.split("\n");
  }

  /** A file's text; empty where there is none. */
  text(path: string): string {
    return this.#look("text", path);
  }

  get all(): readonly Look[] {
    return [...this.#all.values()];
  }

  #look(how: Look["how"], path: string): string {
    const key = `${how} ${path}`;
    const known = this.#all.get(key);
    if (known !== undefined) return known.saw;
    const saw = see(how, path);
    this.#all.set(key, { how, path, saw });
    return saw;
  }
}

/** Whether everything still looks as it did. */
export function looksTheSame(looks: readonly Look[]): boolean {
  return looks.every(({ how, path, saw }) => see(how, path) === saw);
}

function see(how: Look["how"], path: string): string {
  try {
    if (how === "kind") {
      const status = statSync(path, { throwIfNoEntry: false });
      return status?.isFile() === true ? "file" : status?.isDirectory() === true ? "folder" : "nothing";
    }
    if (how === "text") {
      const bytes = readScript(path);
      return bytes instanceof Uint8Array && isUtf8(bytes) ? Buffer.from(bytes).toString("utf8") : "";
    }
    const slash = path.lastIndexOf("/");
    const start = path.slice(slash + 1);
    const names = readdirSync(path.slice(0, slash) || "/").filter((name) => name.startsWith(start));
    return names.sort().join("\n");
  } catch {
    // What may not be looked at is not there for us.
    return how === "kind" ? "nothing" : "";
  }
}
