/** Files that are written apart: overlays, copies, their difference, and its commit under a journal. */

export { isBelow } from "./world/mounts.ts";
export { layOver, makeRoot, must, outPath, type Root, WorldTrouble } from "./world/root.ts";
export { folderWithin, within } from "./world/within.ts";
