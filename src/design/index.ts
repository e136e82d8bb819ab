/** Tasks as a graph: diagrams of plans, and what they leave open. */

export { graphOf } from "./graph.ts";
export type { Graph, GraphEdge, GraphNode } from "./graph-model.ts";
export type * from "./model.ts";
export { type RunOverlay, type RunTask, statesOf, type TaskState } from "./overlay.ts";
export { designSvg, type PictureOptions } from "./picture/design-svg.ts";
export { wordsAbove } from "./read/code.ts";
export { designOf } from "./read/design-of.ts";
export type { DesignFile } from "./read/reader.ts";
export { type Risk, risksOf } from "./risks.ts";
export { runOverlayOf } from "./run-overlay.ts";
export { designJson } from "./text/json.ts";
export { mermaidText } from "./text/mermaid.ts";
export { designText, type TextOptions } from "./text/plan-text.ts";
export type { Say } from "./words.ts";
