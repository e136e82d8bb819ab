/** The D-Case: the argument that a script is dependable enough, as data, text and picture. */

export { holds } from "./condition/evaluate.ts";
export { type ParsedCondition, parseCondition } from "./condition/parse.ts";
export { conditionText } from "./condition/print.ts";
export { dcaseEditorCodec, dcaseXmlCodec } from "./dcase-editor/codecs.ts";
export { differenceOf } from "./diff/difference.ts";
export { diffJson } from "./diff/json.ts";
export type { DifferencePaint } from "./diff/marks.ts";
export type * from "./diff/model.ts";
export { type DifferenceText, diffText } from "./diff/text.ts";
export { type WordEdit, wordDifference, wordsOf } from "./diff/words.ts";
export { type CanonicalCase, type CaseDigest, canonicalCase, caseDigest, type Sha256 } from "./digest/case-digest.ts";
export { type Canonical, canonicalJson } from "./digest/jcs.ts";
export { type SubtreeHashes, subtreeHashes } from "./digest/subtree-hashes.ts";
export { openChallenges } from "./evidence/challenges.ts";
export { figureOf, figuresIn } from "./evidence/figures.ts";
export { type EvidenceAsked, evidenceForScript, type ScriptEvidence } from "./evidence/for-script.ts";
export { type DoubtMark, marksOfMonitors } from "./evidence/marks.ts";
export { createMonitorJudge, type MonitorJudge, type MonitorResult } from "./evidence/monitors.ts";
export { type StatementReading, statementOf } from "./evidence/read-statement.ts";
export {
  type NodeThen,
  type Predicate,
  type Statement,
  type Subject,
  sourceOf,
  statement,
} from "./evidence/statement.ts";
export { statementFileOf } from "./evidence/statement-file.ts";
export { type StatementLine, type StatementLines, statementLine, statementsIn } from "./evidence/statement-lines.ts";
export { type EvidenceStatus, type StatusSettings, statusOf } from "./evidence/status.ts";
export { codecNamed, codecOf, codecs, readCase, writeCase } from "./formats.ts";
export { caseJsonSchema } from "./json/schema.ts";
export { mergeCases } from "./merge/merge.ts";
export type * from "./merge/model.ts";
export { type MergeText, mergeText } from "./merge/text.ts";
export { arranged } from "./model/arranged.ts";
export type * from "./model/case.ts";
export type * from "./model/condition.ts";
export type * from "./model/evidence.ts";
export { type CaseIndex, indexOf } from "./model/index-of.ts";
export type { Json } from "./model/json.ts";
export { gsn2xTypes, nextLabel, typeOfLabel } from "./model/labels.ts";
export { longestCase } from "./model/limits.ts";
export type * from "./model/pattern.ts";
export { noPlaces, type Places } from "./model/places.ts";
export type * from "./model/reading.ts";
export type * from "./model/revision.ts";
export { type Arguments, parametersIn } from "./pattern/arguments.ts";
export { type Instantiated, type InstantiateOptions, instantiate } from "./pattern/instantiate.ts";
export { valueOfWords } from "./pattern/values.ts";
export type { Box } from "./picture/content/box.ts";
export { kindWords, marks, typeWords } from "./picture/content/shapes.ts";
export { briefOf, titleOf } from "./picture/heading.ts";
export { type CaseLayout, layoutOf } from "./picture/layout/layout.ts";
export type { PlacedLine } from "./picture/layout/lines.ts";
export type { PlacedNode } from "./picture/layout/placed.ts";
export { caseMarkdown, type MarkdownOptions } from "./picture/markdown.ts";
export { caseMermaid } from "./picture/mermaid.ts";
export type { Detail, DrawingOptions, LayoutOptions, Mark, NodeStatus, Say } from "./picture/options.ts";
export { casePages, type PageOptions } from "./picture/pages/pages.ts";
export { partsOf } from "./picture/scene/box-parts.ts";
export { choiceParts } from "./picture/scene/choices.ts";
export { linePartsOf } from "./picture/scene/line-parts.ts";
export type { CaseScene, SceneLine, SceneNode } from "./picture/scene/scene.ts";
export { signsOf, typeText, wordsOf as spokenWords } from "./picture/scene/words.ts";
export { sourceInSvg } from "./picture/source.ts";
export { caseSvg, type SvgOptions } from "./picture/svg.ts";
export { type CaseGraph, graphOf } from "./picture/view/graph.ts";
export { placesOf } from "./picture/view/places.ts";
export { viewOf } from "./picture/view/view.ts";
export type * from "./replay/model.ts";
export { replayOf } from "./replay/replay.ts";
export { blameText, logText, type ReplayText } from "./replay/text.ts";
export { allRules, familyTitles, ruleOf } from "./rules/all-rules.ts";
export type { CheckedModule } from "./rules/argument/model.ts";
export { type CheckOptions, checkCases } from "./rules/check-cases.ts";
export { chainOf, type Doubt, doubtsOf } from "./rules/doubts.ts";
export { caseLimits } from "./rules/families/limits.ts";
export type { Finding, RelatedNode } from "./rules/finding.ts";
export { type Gsn2xMessage, gsn2xLine, gsn2xSays } from "./rules/gsn2x-messages.ts";
export { isProfile, type Level, type Levels, type Profile, profileNames } from "./rules/profiles.ts";
export type { Family, Rule, RuleId } from "./rules/rule.ts";
export { rulePage } from "./rules/rule-page.ts";
export { pathFrom } from "./rules/uses.ts";
export type * from "./scaffold/facts.ts";
export { type Scaffolded, type ScaffoldOptions, scaffold } from "./scaffold/scaffold.ts";
export { interpolated, listOf } from "./scope/interpolation.ts";
export { namesInScope, type ValueInScope, valueInScope } from "./scope/value-in-scope.ts";
export { writtenValue } from "./scope/written.ts";
export type * from "./stats/model.ts";
export { statsOf } from "./stats/stats.ts";
export { statsText } from "./stats/text.ts";
export { type KnownScript, type Stubbed, stubsOf } from "./stubs/stubs.ts";
export { sniffXml, type XmlFormat } from "./xml/sniff.ts";
export { editYaml } from "./yaml/edit.ts";
export { formatYaml } from "./yaml/format.ts";
