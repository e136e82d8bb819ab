/** Opens trees so that what is written there stays apart until it is committed: the way is the best that this host and this user allow. */

import { statSync } from "node:fs";
import type { RefusedTrees, RunTrees } from "../../runtime/index.ts";
import type { OnStep } from "./apply.ts";
import { statusOf } from "./look.ts";
import { openOverlay } from "./overlay.ts";
import { realTrees } from "./refuse.ts";
import { mayMount } from "./rights.ts";

export interface AtomicRequest {
  /** Absolute, as the run resolved them. */
  readonly paths: readonly string[];
  /** An empty folder of this transaction's own, for its journal; it outlives the engine. */
  readonly folder: string;
  /** The words that start an engine of this version as a keeper of trees; without them an ordinary user's trees are copied. */
  readonly keeper?: readonly string[] | undefined;
  /** Why no user namespace will do, as a part of a sentence; null where one will. */
  readonly needsRights?: string | null;
}

/** `onStep` is for tests that end in the midst of a commit: nothing shows then that its engine lives. */
export async function openAtomic(request: AtomicRequest, onStep?: OnStep): Promise<RunTrees | RefusedTrees> {
  const real = realTrees(request.paths);
  if ("reason" in real) return real;
  const file = real.find((path) => statusOf(path)?.isDirectory() !== true);
  const why = file === undefined ? elsewhere() : `${file} is no folder`;
  const opened = why ?? (await openApart(real, request, onStep));
  if (typeof opened !== "string") return opened;
  const { openCopies } = await import("../copies/open.ts");
  return openCopies(real, request.folder, opened, onStep === undefined);
}

/** The trees, or why no overlay can be had. */
async function openApart(
  paths: readonly string[],
  { folder, keeper, needsRights = null }: AtomicRequest,
  onStep: OnStep | undefined,
): Promise<RunTrees | RefusedTrees | string> {
  if (mayMount()) {
    const laid = await openOverlay({ paths, folder, prefix: "trusted.overlay.", onStep });
    return typeof laid === "string" ? laid : laid.trees;
  }
  if (needsRights !== null) return needsRights;
  if (keeper === undefined) return `no overlay can be laid over ${paths.join(", ")}: EPERM`;
  const { openKept } = await import("../keeper/open.ts");
  return openKept(paths, folder, keeper);
}

/** Whoever enters a mount namespace gets its root: behind chroot(2) that is another one, and all names would mean other files. */
function elsewhere(): string | undefined {
  try {
    const [first, own] = [statSync("/proc/1/root/", { bigint: true }), statSync("/", { bigint: true })];
    return first.dev === own.dev && first.ino === own.ino
      ? undefined
      : "the root of this engine is not that of its mount namespace";
  } catch {
    // Without the right to look there is none to lay overlays either.
    return undefined;
  }
}
