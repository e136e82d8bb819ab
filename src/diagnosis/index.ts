/** Whose move a failure is: symptoms in, ranked fault classes with reasons out. */

export { createDiagnosis, type DiagnosisOptions } from "./create.ts";
export { type Host, type PathLook, systemHost } from "./host.ts";
export type { Condition, Fact, MessageRule, Rule, Topic, Weights } from "./rule.ts";
export { errnoRules, firstStage, messageRules, secondStage, signalRules, statusRules } from "./rules/index.ts";
