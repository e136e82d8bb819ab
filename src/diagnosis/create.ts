/** The diagnosis: a symptom in, classes ranked with probabilities and reasons out (faults 1). */

import type { Diagnose } from "../records/index.ts";
import { type DiagnosisOptions, diagnoseWith } from "./diagnose.ts";
import { openReader } from "./reading.ts";

/** Makes the diagnosis. It never throws; its looks at the surroundings change nothing and take 20 ms at most. */
export function createDiagnosis(options: DiagnosisOptions): Diagnose {
  const read = openReader(options);
  return diagnoseWith(options, () => read);
}
