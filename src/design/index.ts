/** Tasks as a graph: diagrams of plans, and what they leave open. */

export type * from "./model.ts";
export type { RunOverlay, RunTask, TaskState } from "./overlay.ts";
export { designSvg, type PictureOptions } from "./picture/design-svg.ts";
export { designOf } from "./read/design-of.ts";
export type { DesignFile } from "./read/reader.ts";
export { type Risk, risksOf } from "./risks.ts";
export type { Say } from "./words.ts";
