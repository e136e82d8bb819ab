/** All tables of rules, in the two stages in which they speak. */

import type { Rule } from "../rule.ts";
import { errnoRules } from "./errnos.ts";
import { kindRules } from "./kinds.ts";
import { networkRules } from "./network.ts";
import { originRules } from "./origins.ts";
import { samplerRules } from "./sampler.ts";
import { signalRules, statusRules } from "./statuses.ts";
import { surroundingRules } from "./surroundings.ts";
import { waitingRules } from "./waiting.ts";

export { messageRules } from "./messages.ts";
export { errnoRules, signalRules, statusRules };

/** Say what a failure is about. */
export const firstStage: readonly Rule[] = [...kindRules, ...networkRules, ...signalRules, ...errnoRules];

/** Ask what it is about, and what was found out. */
export const secondStage: readonly Rule[] = [...originRules, ...surroundingRules, ...samplerRules, ...waitingRules];
