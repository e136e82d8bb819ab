/** Examples of LIM: too large to stand here. */

import { type Example, example } from "./example.ts";

export const limitExamples: Readonly<Record<string, Example>> = {
  "LIM-01": example("# G1 is supported by G2, G2 by G3, and so on, down to G101", "# … down to G100"),
  "LIM-02": example("# A case of 30,001 nodes", "# A case of 30,000 nodes"),
  "LIM-03": example("# A goal with a text of 4,001 characters", "# A goal with a text of 4,000 characters"),
  "LIM-04": example("# A case with 101 findings of one rule", "# A case with 100 findings of it"),
};
