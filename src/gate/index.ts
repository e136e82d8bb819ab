/** The gate: lets a script run that its stakeholders have agreed on, as it stands, here and now, and nothing else. */

export type { Decided } from "./decide.ts";
export { decisionsIn } from "./decision/log.ts";
export { bringUpToDate } from "./fold/bring.ts";
export { rootsInLog } from "./fold/roots.ts";
export { gateMemory, type Laid, memoryFor } from "./foundation.ts";
export { hashBytes, hashText } from "./hash.ts";
export { auditHost } from "./host/audit.ts";
export { unfitFolder } from "./host/fit.ts";
export { type HostStep, type HostTool, installSteps } from "./host/install.ts";
export { type HostLayout, placeIn, policyFile, policyFolder } from "./host/layout.ts";
export { type GroupLeft, groupsLeft } from "./host/own-group.ts";
export { removeSteps, unfitUser } from "./host/remove.ts";
export { standingReasons } from "./host/standing.ts";
export { Memory, type Seen } from "./memory/memory.ts";
export { type OpenGate, type OpenRequest, openGate } from "./open.ts";
export { hostLoadGuard } from "./packages.ts";
export { type Found, findPolicy, type GateWishes } from "./policy/find.ts";
export { type PolicyFile, parsePolicy, type ReadPolicy, readPolicyFile } from "./policy/read.ts";
export { type Explanation, explanationOf, gateCodes, stepsOf } from "./shown.ts";
export { bundleFacts } from "./steps/bundle.ts";
export { isReviewed } from "./steps/emergency.ts";
export { type EvidenceBelow, evidenceBelow } from "./steps/evidence.ts";
