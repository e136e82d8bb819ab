/** The environment of a test: its caller's, with all that is kept or looked for below a home in the test's own folder. */

import { join } from "node:path";
import { inheritedVariable } from "../inherited.ts";

/** How the process that runs a file's tests gets its request. */
export const workerVariable = "DSCRIPT_TEST_WORKER";

const left: readonly string[] = [
  inheritedVariable,
  workerVariable,
  "XDG_CONFIG_HOME",
  "XDG_CACHE_HOME",
  "XDG_DATA_HOME",
  "XDG_RUNTIME_DIR",
  "OLDPWD",
];

export function testEnvironment(outer: ReadonlyMap<string, string>, folder: string): ReadonlyMap<string, string> {
  const own = new Map(outer);
  for (const name of left) own.delete(name);
  own.set("HOME", join(folder, "home"));
  own.set("TMPDIR", join(folder, "tmp"));
  own.set("PWD", join(folder, "work"));
  own.set("XDG_STATE_HOME", join(folder, "state"));
  own.set("PATH", `${join(folder, "bin")}:${outer.get("PATH") ?? "/usr/local/bin:/usr/bin:/bin"}`);
  return own;
}
