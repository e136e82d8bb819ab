/** Load, check, run, diagnose, record: the way of a script through the house. */

export { exitCode } from "./exit-code.ts";
export { checkScript, type Prepared, type Unprepared, isUnprepared } from "./prepare.ts";
export { rawArguments } from "./raw-arguments.ts";
export type { Outcome } from "./run-script.ts";
export { type Reporter, startScript, type StartRequest } from "./start.ts";
