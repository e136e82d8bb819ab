/** Load, check, run, diagnose, record: the way of a script through the house. */

export { exitCode } from "./exit-code.ts";
export { isUnprepared, type Prepared, type Unprepared } from "./prepare.ts";
export { rawArguments } from "./raw-arguments.ts";
export type { Outcome } from "./run-script.ts";
export { checkScript, type Reporter, startScript, type StartRequest } from "./start.ts";
