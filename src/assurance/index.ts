/** The D-Case: the argument that a script is dependable enough, as data, text and picture. */

export { differenceOf } from "./diff/difference.ts";
export { diffJson } from "./diff/json.ts";
export type { DifferencePaint } from "./diff/marks.ts";
export type * from "./diff/model.ts";
export { type DifferenceText, diffText } from "./diff/text.ts";
export { type WordEdit, wordDifference, wordsOf } from "./diff/words.ts";
export {
  type CanonicalCase,
  type CaseDigest,
  canonicalCase,
  caseDigest,
  type Sha256,
} from "./digest/case-digest.ts";
export { type Canonical, canonicalJson } from "./digest/jcs.ts";
export { type SubtreeHashes, subtreeHashes } from "./digest/subtree-hashes.ts";
export { mergeCases } from "./merge/merge.ts";
export type * from "./merge/model.ts";
export { type MergeText, mergeText } from "./merge/text.ts";
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
export type * from "./replay/model.ts";
export { replayOf } from "./replay/replay.ts";
export { blameText, logText, type ReplayText } from "./replay/text.ts";
export type * from "./stats/model.ts";
export { statsOf } from "./stats/stats.ts";
export { statsText } from "./stats/text.ts";
