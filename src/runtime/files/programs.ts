/** Whether a program or file of a name is there: the D-Script form of `command -v` (language 2). */

import { constants } from "node:fs";
import type { ScriptFlow } from "../flow.ts";
import { accessSync, statSync } from "../host/files.ts";
import { locate } from "./bytes.ts";

/** For a name without a slash, whether PATH has a program of it; else whether there is a file of any sort. */
export function existsByName(flow: ScriptFlow, name: string): boolean {
  if (name === "") return false;
  if (name.includes("/")) return existsAt(flow, name);
  const path = flow.environment.get("PATH") ?? "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
  return path.split(":").some((folder) => isProgram(flow, `${folder === "" ? "." : folder}/${name}`));
}

/** Whether there is anything; what cannot be known (no right to search a directory above) is thrown. */
export function existsAt(flow: ScriptFlow, path: string): boolean {
  try {
    return statSync(locate(flow, path), { throwIfNoEntry: false }) !== undefined;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === "ENOTDIR" || (thrown as NodeJS.ErrnoException).code === "ENOENT")
      return false;
    throw thrown;
  }
}

function isProgram(flow: ScriptFlow, path: string): boolean {
  const location = locate(flow, path);
  try {
    accessSync(location, constants.X_OK);
    return statSync(location).isFile();
  } catch {
    // A folder of PATH that cannot be searched has no program for this user.
    return false;
  }
}
