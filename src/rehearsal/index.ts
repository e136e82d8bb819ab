/** Dry runs: a script in a world whose changes are shown, kept, and applied later. */

export { type KeptDifference, names } from "./difference/format.ts";
export { newPlace, placesIn } from "./keep.ts";
export { type NoWorld, type Rehearsed, type RehearseRequest, rehearse } from "./rehearse.ts";
export { differenceText } from "./show/text.ts";
export { enter, enterRequest } from "./world/enter.ts";
