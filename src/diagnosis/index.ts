/** Whose move a failure is: symptoms in, ranked fault classes with reasons out. */

import type { Sampler, SamplerOptions } from "./sampler/create.ts";

export { createDiagnosis } from "./create.ts";
export { type Host, type PathLook, systemHost } from "./host.ts";
export type { Rule } from "./rule.ts";
export { errnoRules, firstStage, messageRules, secondStage, signalRules, statusRules } from "./rules/index.ts";
export type { Sampler, SamplerOptions } from "./sampler/create.ts";
export type { Sample } from "./sampler/sample.ts";

/** Makes the sampler, loaded on demand: a script that is soon over has none. */
export async function loadSampler(options: SamplerOptions): Promise<Sampler> {
  const { createSampler } = await import("./sampler/create.ts");
  return createSampler(options);
}
