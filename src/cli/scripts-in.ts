/** The scripts that names on a command line mean: files as they are, folders with all scripts in them. */

import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** Files in the order of their names; what is hidden, and node_modules, is left out. A text says what is wrong with a folder. */
export function scriptsIn(names: readonly string[]): readonly string[] | string {
  const found: string[] = [];
  for (const name of names) {
    try {
      const isFolder = name !== "-" && statSync(name, { throwIfNoEntry: false })?.isDirectory() === true;
      const scripts = isFolder ? scriptsOf(name) : [name];
      if (scripts.length === 0) return `there is no script in ${name}`;
      found.push(...scripts);
    } catch (thrown) {
      const { path = name, code = "EIO" } = thrown as NodeJS.ErrnoException;
      return `${path} cannot be read: ${code}`;
    }
  }
  return found;
}

function scriptsOf(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (entry.name.startsWith(".") || entry.name === "node_modules") return [];
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return scriptsOf(path);
      return entry.name.endsWith(".dscript") ? [path] : [];
    });
}
