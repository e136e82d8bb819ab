/**
 * Files that are written apart: overlays, copies, their difference, and its commit under a journal.
 * `openAtomic` opens trees; `recoverAtomic` settles what a killed engine has left of one.
 */

export { movedFrom } from "./atomic/conflicts.ts";
export { copyContent, isSameContent, saveContent } from "./atomic/content.ts";
export { type FileType, folderOf, inside, namesIn, statusOf, typeOf } from "./atomic/look.ts";
export { giveMetadata, isSameMetadata, type Metadata, metadataOf } from "./atomic/metadata.ts";
export { openAtomic } from "./atomic/open.ts";
export { withOrigin } from "./atomic/origin.ts";
export { type KeptTrees, recoverAtomic, reopenKept } from "./atomic/recover.ts";
export type { Recovered } from "./atomic/recovered.ts";
export { depthOf } from "./atomic/steps.ts";
export { type Found, indexOf, survey } from "./atomic/survey.ts";
export { makeNode } from "./atomic/system.ts";
export { parts, type Tree } from "./atomic/tree.ts";
export { serveTrees } from "./keeper/serve.ts";
export { type Mounted, mountedHere, mountFlags } from "./world/mounts.ts";
export { enclose, layOver, makeRoot, must, outPath, type Root, WorldTrouble } from "./world/root.ts";
export { rootWords, type WorldCaller, type WorldWay, worldWays } from "./world/ways.ts";
export { folderWithin, within } from "./world/within.ts";
