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
export { allRules, familyTitles, ruleOf } from "./rules/all-rules.ts";
export type { CheckedModule } from "./rules/argument.ts";
export { type CheckOptions, checkCases } from "./rules/check-cases.ts";
export { chainOf, type Doubt, doubtsOf } from "./rules/doubts.ts";
export { caseLimits } from "./rules/families/limits.ts";
export type { Finding, RelatedNode } from "./rules/finding.ts";
export { type Gsn2xMessage, gsn2xLine, gsn2xSays } from "./rules/gsn2x-messages.ts";
export { isProfile, type Level, type Levels, type Profile, profileNames } from "./rules/profiles.ts";
export type { Family, Mark, Rule, RuleId } from "./rules/rule.ts";
export { rulePage } from "./rules/rule-page.ts";
export { pathFrom } from "./rules/uses.ts";
