/** The runs that the state folder holds: listed, read, removed. */

export { type Pruned, pruneRuns, type RetentionLimits } from "./prune.ts";
export { type RecordLine, recordLines } from "./read-records.ts";
export { type RunSummary, runFolders, summaryOf } from "./summary.ts";
