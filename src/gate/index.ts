/** The gate: lets a script run that its stakeholders have agreed on, as it stands, here and now, and nothing else. */

export type { Decided } from "./decide.ts";
export { decisionsIn } from "./decision/log.ts";
export { bringUpToDate } from "./fold/bring.ts";
export { type Laid, memoryFor } from "./foundation.ts";
export { hashText } from "./hash.ts";
export { Memory, type Seen } from "./memory/memory.ts";
export { type OpenGate, type OpenRequest, openGate } from "./open.ts";
export { findPolicy, type GateWishes, hostPolicy } from "./policy/find.ts";
export { parsePolicy, type ReadPolicy, readPolicyFile } from "./policy/read.ts";
export { type Explanation, explanationOf, gateCodes, stepsOf } from "./shown.ts";
export { bundleFacts } from "./steps/bundle.ts";
export { isReviewed } from "./steps/emergency.ts";
