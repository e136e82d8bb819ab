/** Load, check, run, diagnose, record: the way of a script through the house. */

export type { PlaceOf } from "../documents/index.ts";
export {
  type GitHistory,
  gitHistory,
  type LoadedCase,
  type LoadedModules,
  loadCase,
  loadCommitted,
  loadModules,
  type ReadingChoice,
  revisionOf,
  rolesFor,
} from "./argument/index.ts";
export { keepTrees, keepTreesWord, settleTransactions } from "./atomic.ts";
export { type Bundle, bundleOf } from "./bundle.ts";
export { type BundleSays, bundleSays } from "./bundle-says.ts";
export type { Config } from "./config-shape.ts";
export { declaredBy } from "./declared.ts";
export { announceEmergency } from "./emergency.ts";
export { exitCode } from "./exit-code.ts";
export { type Formatted, formatScript, writeFormatted } from "./format.ts";
export type { Gate, GateAnswer, GateReason, GateSubject } from "./gate/gate.ts";
export { hostPolicy, isPolicyThere } from "./gate/host-policy.ts";
export { openHistory, usualRetention } from "./history.ts";
export type { ChildRequest, Slot, StartChild } from "./injecting/index.ts";
export { maxTimeExpected, readMaxTime } from "./max-time.ts";
export { guardPackages, type LoadGuard } from "./modules/may-load.ts";
export type { NotifyTrial } from "./notify-test.ts";
export { type Injecting, openInjecting } from "./open-injecting.ts";
export { openTesting, type Testing } from "./open-testing.ts";
export { type CommandLine, labelsOf } from "./parameters.ts";
export type { Prepared } from "./prepare.ts";
export { rawArguments } from "./raw-arguments.ts";
export { type Rediagnosed, rediagnose } from "./rediagnose.ts";
export type { Retention } from "./retention.ts";
export type { Outcome } from "./run-script.ts";
export type { RunSummary } from "./runs/index.ts";
export { readSampleInterval, sampleExpected } from "./sample-interval.ts";
export { configFor } from "./script-config.ts";
export { checkScript, lookAhead, startCommand, startScript, tryNotify } from "./start.ts";
export type { Reporter, StartRequest } from "./start-request.ts";
export { makeFolder, preferredStateFolder } from "./state.ts";
export { hostName } from "./surroundings.ts";
export { startTakenUp, type TakeUpRequest } from "./take-up.ts";
export type {
  CoverageTotals,
  Drawing,
  Failure,
  FileResult,
  FileTotals,
  PoolRequest,
  PoolResult,
  TestFile,
  TestOutcome,
  WorkerRequest,
} from "./testing/index.ts";
export { openUnfinished } from "./unfinished.ts";
export { markedUnfinished } from "./unfinished-marks.ts";
export { isUnprepared, type LoadProblem, type Unprepared } from "./unprepared.ts";
