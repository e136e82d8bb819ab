/**
 * Files that are written apart: overlays, copies, their difference, and its commit under a journal.
 * `openAtomic` opens trees; `recoverAtomic` settles what a killed engine has left of one.
 */

export type { Clash } from "./atomic/conflicts.ts";
export type { Change, Difference } from "./atomic/difference.ts";
export { openAtomic } from "./atomic/open.ts";
export { type KeptTrees, type Recovered, recoverAtomic, reopenKept } from "./atomic/recover.ts";
export { type AtomicRequest, type AtomicTrees, AtomicTrouble, type Conflict, type Refused } from "./atomic/types.ts";
export { isBelow } from "./world/mounts.ts";
export { layOver, makeRoot, must, outPath, type Root, WorldTrouble } from "./world/root.ts";
export { rootWords, type WorldCaller, type WorldWay, worldWays } from "./world/ways.ts";
export { folderWithin, within } from "./world/within.ts";
