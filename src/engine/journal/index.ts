/** The journal of a run's plans: written, read back, taken up. */

export { changedSince } from "./changed.ts";
export { type Header, journalVersion, withoutSecrets } from "./header.ts";
export { createJournal, type RunJournal } from "./open.ts";
export { openPlans, readJournal } from "./read.ts";
export { type Aim, type Refusal, type TakenUp, takeUp } from "./resume.ts";
export { type Unfinished, unfinishedRuns, unmarkRun } from "./unfinished.ts";
