/** The words by which an engine starts itself again in namespaces of its own, and programs in the world that it makes there. */

import type { Root } from "./root.ts";

export interface WorldWay {
  /** They make the caller root of a user namespace. */
  readonly isUser: boolean;
  /** What stands ahead of the program (unshare(1)). */
  readonly words: readonly string[];
}

/** Who runs it, where a user namespace makes them root of the world. */
export interface WorldCaller {
  readonly uid: number;
  readonly gid: number;
}

// A /proc of their own: whoever ends processes finds them by their numbers there.
const namespaces = [
  "--mount",
  "--mount-proc",
  "--pid",
  "--fork",
  "--kill-child",
  "--ipc",
  "--uts",
  "--propagation",
  "private",
];

/** The ways that this user may try, the best first. */
export function worldWays(uid: number): readonly WorldWay[] {
  const user = { isUser: true, words: ["unshare", "--user", "--map-root-user", ...namespaces] };
  return uid === 0 ? [{ isUser: false, words: ["unshare", ...namespaces] }, user] : [user];
}

/** Starts a program in a world as who they are on the host. For root, this process has to be the one that made it. */
export function rootWords(
  caller: WorldCaller | null,
  { path, inner }: Pick<Root, "path" | "inner">,
  directory: string,
): readonly string[] {
  if (inner !== null) return ["nsenter", `--mount=/proc/${process.pid}/fd/${inner}`, "env", "-C", directory];
  const mapped = caller === null ? [] : ["--user", `--map-user=${caller.uid}`, `--map-group=${caller.gid}`];
  return ["unshare", ...mapped, `--root=${path}`, `--wd=${directory}`];
}
