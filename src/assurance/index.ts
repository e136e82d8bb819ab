/** The D-Case: the argument that a script is dependable enough, as data, text and picture. */

export { holds } from "./condition/evaluate.ts";
export { type ParsedCondition, parseCondition } from "./condition/parse.ts";
export { conditionText } from "./condition/print.ts";
export { figureOf, figuresIn } from "./evidence/figures.ts";
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
export { type StatementLine, type StatementLines, statementLine, statementsIn } from "./evidence/statement-lines.ts";
export { type EvidenceStatus, type StatusSettings, statusOf } from "./evidence/status.ts";
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
export { type Arguments, parametersIn } from "./pattern/arguments.ts";
export { type Instantiated, type InstantiateOptions, instantiate } from "./pattern/instantiate.ts";
export { valueOfWords } from "./pattern/values.ts";
export type * from "./scaffold/facts.ts";
export { type Scaffolded, type ScaffoldOptions, scaffold } from "./scaffold/scaffold.ts";
export { type KnownScript, type Stubbed, stubsOf } from "./stubs/stubs.ts";
export { editYaml } from "./yaml/edit.ts";
