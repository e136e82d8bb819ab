/** The words that start the script in its world: root, user and clock stand ahead of `dscript run`. */

import { join } from "node:path";
import type { EnterRequest } from "./request.ts";
import { outPath } from "./root.ts";

export interface Stand {
  /** Where the world's `/` lies; null for a run on copies. */
  readonly root: string | null;
  /** The script's folder, and where records go, as the script sees them. */
  readonly directory: string;
  readonly out: string;
}

/** Starts any program in the world, as who runs the campaign. */
export function wordsInWorld({ caller }: EnterRequest, { root, directory }: Stand): readonly string[] {
  if (root === null) return ["env", "-C", directory];
  const mapped = caller === null ? [] : ["--user", `--map-user=${caller.uid}`, `--map-group=${caller.gid}`];
  return ["unshare", ...mapped, `--root=${root}`, `--wd=${directory}`];
}

export function runWords(
  request: EnterRequest,
  stand: Stand,
  script: string,
  words: readonly string[],
  unset: readonly string[],
): readonly string[] {
  const { world, limits, engine } = request;
  const ids = world.user;
  return [
    ...wordsInWorld(request, stand),
    ...(stand.root === null ? ["prlimit", `--fsize=${limits.disk}`] : []),
    ...(ids === null ? [] : ["setpriv", `--reuid=${ids}`, `--regid=${ids}`, "--clear-groups"]),
    ...(world.clock === null ? [] : ["faketime", "--exclude-monotonic", "-f", world.clock]),
    ...(unset.length === 0 ? [] : ["env", ...unset.flatMap((name) => ["-u", name])]),
    ...engine,
    ...["run", "--no-notify", "--log", `file:${join(stand.out, "records.jsonl")}`, script, ...words],
  ];
}

/** What scripts and programs keep goes to the run's own folder. */
export function ownEnvironment(out: string): readonly (readonly [string, string])[] {
  const home = join(out, "home");
  return [
    ["HOME", home],
    ["XDG_STATE_HOME", join(out, "state")],
    ["XDG_CACHE_HOME", join(home, ".cache")],
    ["XDG_CONFIG_HOME", join(home, ".config")],
  ];
}

export { outPath };
