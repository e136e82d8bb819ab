/** Tasks, plans and what stands in them, as compiled code calls them: loaded with the first that runs. */

export { askApproval } from "./approval.ts";
export { runArgue } from "./argue.ts";
export { runParallel } from "./parallel.ts";
export { acceptPlan, runPlan, settlePlan } from "./plan.ts";
export { runTask } from "./task.ts";
export { tell } from "./tell.ts";
