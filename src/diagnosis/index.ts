/** Whose move a failure is: symptoms in, ranked fault classes with reasons out. */

export { createDiagnosis } from "./create.ts";
export { type Host, type PathLook, systemHost } from "./host.ts";
export type { MessageRule, Rule } from "./rule.ts";
export {
  errnoRules,
  firstStage,
  messageFamilies,
  messageRules,
  secondStage,
  signalRules,
  statusRules,
} from "./rules/index.ts";
export { phraseText } from "./texts.ts";
