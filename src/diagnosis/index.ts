/** Whose move a failure is: symptoms in, ranked fault classes with reasons out. */

export { diagnoseAgain, type RecordFields } from "./again.ts";
export { createDiagnosis } from "./create.ts";
export { type Host, type PathLook, systemHost } from "./host.ts";
export type { NameAnswer, PortAnswer } from "./probes/index.ts";
export type { Rule } from "./rule.ts";
export { errnoRules, firstStage, messageRules, secondStage, signalRules, statusRules } from "./rules/index.ts";
