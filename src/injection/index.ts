/** Bad weather: campaigns of fault injection, from their files to their results. */

export { type Campaign, defaults, type EndName, type Expectation, endNames } from "./campaign/campaign.ts";
export { readCampaign, usualParallel } from "./campaign/read.ts";
export type { FaultRow, Need } from "./faults/fault.ts";
export { faultTable, readFault } from "./faults/index.ts";
export { type Lesson, learn } from "./learn.ts";
export type { RunOutcome } from "./outcome.ts";
export { type Plan, type PlanMistake, type PlannedRun, planOf } from "./plan.ts";
export { findPossible, type Possible } from "./possible.ts";
export { readBehaviour } from "./proxy/behaviour.ts";
export { serveProxy } from "./proxy/serve.ts";
export { chartSvg } from "./results/chart.ts";
export { evidenceOf } from "./results/evidence.ts";
export { type Experience, experienceOf, experienceText, readExperience } from "./results/experience.ts";
export { confusionRows, type Report, reportOf } from "./results/report.ts";
export { type CampaignRequest, type CampaignResult, type CampaignTrouble, runCampaign } from "./run-campaign.ts";
export { runningIn } from "./running.ts";
export { type Step, stepsOf } from "./steps.ts";
export { enter, enterRequest } from "./world/enter.ts";
