/** The revisions of a case: who said what, when. */

import type { DCase } from "./case.ts";

export interface Revision {
  /** Its number in its file, rising. */
  readonly number: number;
  /** ISO 8601, with the zone where one is known. */
  readonly time?: string;
  readonly author?: string;
  readonly role?: string;
  /** The part of the DEOS process, or of the team's, in which it was made. */
  readonly process?: string;
  readonly message?: string;
  readonly case: DCase;
}

/** A file's content: the case as it stands, and how it came about, oldest first; the last revision, where there are any, is the case. */
export interface CaseFile {
  readonly case: DCase;
  readonly revisions: readonly Revision[];
}
