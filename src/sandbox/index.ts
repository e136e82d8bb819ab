/**
 * Files that are written apart: overlays, copies, their difference, and its commit under a journal.
 * `openAtomic` opens trees; `recoverAtomic` settles what a killed engine has left of one.
 */

import type { RefusedTrees, RunTrees } from "../runtime/index.ts";
import type { OnStep } from "./atomic/apply.ts";
import type { AtomicRequest } from "./atomic/open.ts";
import type { KeptTrees, RecoveryOptions } from "./atomic/recover.ts";
import type { Recovered } from "./atomic/recovered.ts";

export { movedFrom } from "./atomic/conflicts.ts";
export { copyContent, isSameContent, saveContent } from "./atomic/content.ts";
export { type FileType, folderOf, inside, namesIn, statusOf, typeOf } from "./atomic/look.ts";
export { giveMetadata, isSameMetadata, type Metadata, metadataOf } from "./atomic/metadata.ts";
export { withOrigin } from "./atomic/origin.ts";
export type { KeptTrees } from "./atomic/recover.ts";
export type { Recovered } from "./atomic/recovered.ts";
export { depthOf } from "./atomic/steps.ts";
export { type Found, indexOf, survey } from "./atomic/survey.ts";
export { makeNode } from "./atomic/system.ts";
export { parts, type Tree } from "./atomic/tree.ts";
export { type Mounted, mountedHere, mountFlags } from "./world/mounts.ts";
export { enclose, layOver, makeRoot, must, outPath, type Root, WorldTrouble } from "./world/root.ts";
export { rootWords, type WorldCaller, type WorldWay, worldWays } from "./world/ways.ts";
export { folderWithin, within } from "./world/within.ts";

/** Opens trees so that what is written there stays apart until it is committed, loaded on demand. `onStep` is for tests. */
export async function openAtomic(request: AtomicRequest, onStep?: OnStep): Promise<RunTrees | RefusedTrees> {
  const { openAtomic: open } = await import("./atomic/open.ts");
  return open(request, onStep);
}

/** Completes or takes back what a killed engine has left of a transaction, loaded on demand. */
export async function recoverAtomic(folder: string, options?: RecoveryOptions): Promise<Recovered> {
  const { recoverAtomic: recover } = await import("./atomic/recover.ts");
  return recover(folder, options);
}

/** A commit of an earlier engine that can still be taken back, loaded on demand; `alive` where that engine still runs. */
export async function reopenKept(folder: string, keeper?: readonly string[]): Promise<KeptTrees | "alive" | undefined> {
  const { reopenKept: reopen } = await import("./atomic/recover.ts");
  return reopen(folder, keeper);
}

/** Keeps trees for the engine with this process number, which asks through standard input; loaded on demand. */
export async function serveTrees(engine: number): Promise<void> {
  const { serveTrees: serve } = await import("./keeper/serve.ts");
  await serve(engine);
}
