/** What the samples say of this host, or of one of its file systems, in the words of the rules. */

import type { SampleFact } from "../rule.ts";

/** A fact, and what the braces of its rules' sentences stand for. */
export interface Finding {
  readonly fact: SampleFact;
  readonly values: Readonly<Record<string, string>>;
}
