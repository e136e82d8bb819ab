/** The D-Case: the argument that a script is dependable enough, as data, text and picture. */

export { dcaseEditorCodec, dcaseXmlCodec } from "./dcase-editor/codecs.ts";
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
export { sacmCodec } from "./sacm/codec.ts";
export { sniffXml, type XmlFormat } from "./xml/sniff.ts";
