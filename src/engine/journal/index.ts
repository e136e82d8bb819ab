/** The journal of a run's plans, for whoever looks at runs of the past. */

export { changedSince } from "./changed.ts";
export { readJournal } from "./read.ts";
export { isTakenBack } from "./resume.ts";
export { unfinishedRuns } from "./unfinished.ts";
