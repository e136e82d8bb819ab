/** The words that start the script in its world: root, user and clock stand ahead of `dscript run`. */

import { join } from "node:path";
import { type Root, rootWords } from "../../sandbox/index.ts";
import type { Given } from "./edit.ts";
import type { EnterRequest } from "./request.ts";

export interface Stand {
  /** The world; null for a run on copies. */
  readonly root: Pick<Root, "path" | "inner"> | null;
  /** The script's folder, and where records go, as the script sees them. */
  readonly directory: string;
  readonly out: string;
}

/** Starts any program in the world, as who runs the campaign. */
export function wordsInWorld({ caller }: EnterRequest, { root, directory }: Stand): readonly string[] {
  return root === null ? ["env", "-C", directory] : rootWords(caller, root, directory);
}

/** `path` is another PATH for the script than for what starts it. */
export function runWords(
  request: EnterRequest,
  stand: Stand,
  script: string,
  given: Given,
  path: string | undefined,
): readonly string[] {
  const { world, limits, engine } = request;
  const { user, clock } = world;
  const changes = [...given.unset.flatMap((name) => ["-u", name]), ...(path === undefined ? [] : [`PATH=${path}`])];
  return [
    ...wordsInWorld(request, stand),
    ...(stand.root === null ? ["prlimit", `--fsize=${limits.disk}`] : []),
    ...(user === null ? [] : ["setpriv", `--reuid=${user}`, `--regid=${user}`, "--clear-groups"]),
    ...(clock === null ? [] : ["faketime", "--exclude-monotonic", "-f", clock]),
    ...(changes.length === 0 ? [] : ["env", ...changes]),
    ...engine,
    ...["run", "--no-notify", "--log", `file:${join(stand.out, "records.jsonl")}`, script, ...given.arguments],
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
