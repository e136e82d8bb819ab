/** The D-Case: the argument that a script is dependable enough, as data, text and picture. */

export type * from "./model/case.ts";
export type * from "./model/condition.ts";
export type * from "./model/evidence.ts";
export { type CaseIndex, indexOf } from "./model/index-of.ts";
export type { Json } from "./model/json.ts";
export { gsn2xTypes, nextLabel, prefixOf, typeOfLabel } from "./model/labels.ts";
export type * from "./model/pattern.ts";
export { noPlaces, type Places } from "./model/places.ts";
export type * from "./model/reading.ts";
export type * from "./model/revision.ts";
export type { Box } from "./picture/content/box.ts";
export { type CaseLayout, layoutOf } from "./picture/layout/layout.ts";
export type { PlacedLine } from "./picture/layout/lines.ts";
export type { PlacedNode } from "./picture/layout/placed.ts";
export { caseMarkdown, type MarkdownOptions } from "./picture/markdown.ts";
export { caseMermaid } from "./picture/mermaid.ts";
export type { Detail, DrawingOptions, LayoutOptions, Mark, NodeStatus } from "./picture/options.ts";
export { casePages, type PageOptions } from "./picture/pages/pages.ts";
export { partsOf } from "./picture/scene/box-parts.ts";
export { linePartsOf } from "./picture/scene/line-parts.ts";
export { type CaseScene, caseScene, type SceneLine, type SceneNode, sceneOf } from "./picture/scene/scene.ts";
export { sourceInSvg } from "./picture/source.ts";
export { caseSvg, idOf, type SvgOptions, sceneSvg } from "./picture/svg.ts";
