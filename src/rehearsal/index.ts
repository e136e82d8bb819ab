/** Dry runs: a script in a world whose changes are shown, kept, and applied later. */

export { type Applied, applyDifference, type NotApplied } from "./apply/apply.ts";
export type { KeptDifference } from "./difference/format.ts";
export { lastPlace, newPlace } from "./keep.ts";
export { type NoWorld, type Rehearsed, type RehearseRequest, rehearse } from "./rehearse.ts";
export { countsOf, shownChanges } from "./show/describe.ts";
export { differencePage } from "./show/html.ts";
export { differenceText } from "./show/text.ts";
export { enter, enterRequest } from "./world/enter.ts";
