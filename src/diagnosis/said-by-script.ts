/** The one thing that is known of a failure without any look: what its script says of it. */

import { Origin, type Symptom } from "../records/index.ts";
import type { Spoken } from "./combine.ts";

/** The class that a script states itself. */
export function statedBy({ stated, kind, arguments: values }: Symptom): Spoken | undefined {
  if (stated === undefined) return undefined;
  // Only the words of a command line that does not fit are refused so (language 3, parameters).
  const isWords = kind === "ArgumentFault" && values.some((value) => value.origins === Origin.parameter);
  const says = isWords ? "the command line does not fit what the script declares" : "the script says so itself";
  return { rule: { id: isWords ? "command-line.refused" : "script.stated", weights: { [stated]: 8 } }, scale: 1, says };
}
