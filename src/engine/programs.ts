/** Which programs this machine has, or which a list says that another has: asked ahead of the first statement. */

import { accessSync, constants, readdirSync, readFileSync, statSync } from "node:fs";
import { basename } from "node:path";

/** Answers whether a command of this name can be started, and names what could. */
export interface Programs {
  /** Where they are looked up: "on this machine", "in the list web1.txt". */
  readonly where: string;
  readonly has: (name: string) => boolean;
  readonly names: () => Iterable<string>;
}

/** The programs of this machine by its PATH; each name is looked up once. */
export function programsOnPath(path = process.env["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"): Programs {
  const folders = path.split(":").map((folder) => (folder === "" ? "." : folder));
  const known = new Map<string, boolean>();
  return {
    where: "on this machine",
    has(name) {
      if (name.includes("/")) return !name.startsWith("/") || isProgram(name);
      let found = known.get(name);
      if (found === undefined) {
        found = folders.some((folder) => isProgram(`${folder}/${name}`));
        known.set(name, found);
      }
      return found;
    },
    names: () => new Set(folders.flatMap(entriesOf)),
  };
}

/**
 * The programs that a file lists: a name or path a line, `#` begins a comment. A path counts by its name, too, and a name
 * for any absolute path to it. Throws the system's error where it cannot be read.
 */
export function programsInList(file: string): Programs {
  const lines = readFileSync(file, "utf8").split("\n");
  const entries = lines.map((line) => line.replace(/#.*/, "").trim()).filter((line) => line !== "");
  const bare = new Set(entries.filter((entry) => !entry.includes("/")));
  const names = new Set(entries.flatMap((entry) => [entry, basename(entry)]));
  return {
    where: `in the list ${file}`,
    has(name) {
      if (!name.includes("/")) return names.has(name);
      return !name.startsWith("/") || names.has(name) || bare.has(basename(name));
    },
    names: () => names,
  };
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
