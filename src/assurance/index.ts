/** The D-Case: the argument that a script is dependable enough, as data, text and picture. */

export { holds } from "./condition/evaluate.ts";
export { type ParsedCondition, parseCondition } from "./condition/parse.ts";
export { conditionText } from "./condition/print.ts";
export { codecNamed, codecOf, codecs, longestCase, readCase, writeCase } from "./formats.ts";
export { caseJsonSchema } from "./json/schema.ts";
export { arranged } from "./model/arranged.ts";
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
export { interpolated, listOf } from "./scope/interpolation.ts";
export { namesInScope, type ValueInScope, valueInScope } from "./scope/value-in-scope.ts";
export { editYaml } from "./yaml/edit.ts";
export { formatYaml } from "./yaml/format.ts";
