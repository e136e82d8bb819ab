/** Where modules are looked for: beside the script, in the user's folder, and among those that come with D-Script. */

import { existsSync } from "node:fs";
import { dirname, isAbsolute, join, relative } from "node:path";
import { isBelow } from "../../runtime/index.ts";

/** A folder that may hold modules. */
export interface Place {
  readonly folder: string;
  /** What it is to the reader of a message. */
  readonly what: "beside the file" | "beside the script" | "your modules" | "shipped modules";
  /** Its files run with the rights of whoever runs the script, though they lie neither in the script's folder nor in ours. */
  readonly needsTrust: boolean;
}

/** The places in the order in which they are asked; `from` is the folder of the file that imports, `script` that of the script. */
export function placesFor(from: string, script: string, env: NodeJS.ProcessEnv = process.env): readonly Place[] {
  const places: Place[] = [{ folder: from, what: "beside the file", needsTrust: false }];
  if (script !== from) places.push({ folder: script, what: "beside the script", needsTrust: false });
  const user = userFolder(env);
  if (user !== undefined) places.push({ folder: user, what: "your modules", needsTrust: true });
  const shipped = shippedFolder();
  if (shipped !== undefined) places.push({ folder: shipped, what: "shipped modules", needsTrust: false });
  return places;
}

/** A file's path from a script's folder; in the user's or the shipped folder from there, so that it is the same on each machine. */
export function portablePath(path: string, script: string, env: NodeJS.ProcessEnv = process.env): string {
  for (const [name, folder] of [
    ["user", userFolder(env)],
    ["shipped", shippedFolder()],
  ] as const)
    if (folder !== undefined && isBelow(path, folder) && !isBelow(script, folder))
      return `${name}:${relative(folder, path)}`;
  return relative(script, path);
}

/** `$XDG_DATA_HOME/dscript/packages`; a relative or empty variable counts as unset. */
function userFolder(env: NodeJS.ProcessEnv): string | undefined {
  const data = env["XDG_DATA_HOME"] ?? "";
  if (isAbsolute(data)) return join(data, "dscript", "packages");
  const home = env["HOME"] ?? "";
  return isAbsolute(home) ? join(home, ".local", "share", "dscript", "packages") : undefined;
}

/** The folder `packages` beside our own package.json; absent where it was left out. */
function shippedFolder(): string | undefined {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, "package.json")) && dirname(folder) !== folder) folder = dirname(folder);
  const packages = join(folder, "packages");
  return existsSync(packages) ? packages : undefined;
}
