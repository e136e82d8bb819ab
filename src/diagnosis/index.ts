/** Whose move a failure is: symptoms in, ranked fault classes with reasons out. */

import type { Sampler, SamplerOptions } from "./sampler/create.ts";

export { diagnoseAgain, type RecordFields } from "./again.ts";
export { createDiagnosis } from "./create.ts";
export { type Experience, fitWeights, sharpened, sharpnessOf } from "./fit.ts";
export { type Host, type PathLook, systemHost } from "./host.ts";
export { createLazyDiagnosis } from "./lazy.ts";
export type { NameAnswer } from "./probes/names.ts";
export type { PortAnswer } from "./probes/sockets.ts";
export type { Way } from "./probes/ways.ts";
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
export type { Sampler, SamplerOptions } from "./sampler/create.ts";
export type { Sample } from "./sampler/sample.ts";
export { shippedWeights } from "./shipped.ts";
export { statedWeights } from "./stated.ts";
export { phraseText } from "./texts.ts";
export { type Row, ranking, type WeightTable } from "./weights.ts";

/** Makes the sampler, loaded on demand: a script that is soon over has none. */
export async function loadSampler(options: SamplerOptions): Promise<Sampler> {
  const { createSampler } = await import("./sampler/create.ts");
  return createSampler(options);
}
