/** All tables of rules, in the two stages in which they speak. */

import type { Rule } from "../rule.ts";
import { agreedRules } from "./agreed.ts";
import { contentRules } from "./contents.ts";
import { errnoRules } from "./errnos.ts";
import { kindRules } from "./kinds.ts";
import { networkRules } from "./network.ts";
import { originRules } from "./origins.ts";
import { probeRules } from "./probes.ts";
import { samplerRules } from "./sampler.ts";
import { givenUpRules, signalRules, statusRules } from "./statuses.ts";
import { supportRules } from "./support.ts";
import { surroundingRules } from "./surroundings.ts";
import { waitingRules } from "./waiting.ts";

export { messageFamilies, messageRules } from "./messages/index.ts";
export { traceRules } from "./trace.ts";
export { errnoRules, signalRules, statusRules };

/** Say what a failure is about. */
export const firstStage: readonly Rule[] = [
  ...kindRules,
  ...networkRules,
  ...signalRules,
  ...errnoRules,
  ...givenUpRules,
];

/** Ask what it is about, and what was found out. */
export const secondStage: readonly Rule[] = [
  ...originRules,
  ...agreedRules,
  ...surroundingRules,
  ...probeRules,
  ...samplerRules,
  ...waitingRules,
  ...supportRules,
  ...contentRules,
];
