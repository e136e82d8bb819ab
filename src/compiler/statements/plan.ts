/** `plan NAME(…) …`: a function that hands its parts to the runtime (language 6). */

export { emitTask as emitPlan } from "./task.ts";
