/** Running tests: finding, a process a file, a folder a test, and what they cover. */

export { keepCoverage } from "./coverage-store.ts";
export { type CoverageTotals, type FileTotals, share, sharesOf, totalCoverage } from "./coverage-totals.ts";
export type { Failure, TestOutcome, WorkerRequest } from "./events.ts";
export { type FileResult, isFailed } from "./file-result.ts";
export { type FoundTest, findTests, type TestFile } from "./find.ts";
export { presentTests } from "./greet.ts";
export { type PoolRequest, type PoolResult, runPool } from "./pool.ts";
export { type Drawing, runWorker, workerRequest } from "./worker.ts";
