/** Load, check, run, diagnose, record: the way of a script through the house. */

export { exitCode } from "./exit-code.ts";
export { maxTimeExpected, readMaxTime } from "./max-time.ts";
export type { NotifyTrial } from "./notify-test.ts";
export { labelsOf } from "./parameters.ts";
export type { Prepared } from "./prepare.ts";
export { rawArguments } from "./raw-arguments.ts";
export type { Outcome } from "./run-script.ts";
export { checkScript, type Reporter, type StartRequest, startScript, tryNotify } from "./start.ts";
export { isUnprepared, type Unprepared } from "./unprepared.ts";
