/** Examples of FIL. */

import { type Example, example } from "./example.ts";

export const fileExamples: Readonly<Record<string, Example>> = {
  "FIL-01": example(
    `
G1:
  text: "The backup is complete
`,
    `
G1:
  text: "The backup is complete"
  undeveloped: true
`,
  ),
  "FIL-02": example(
    `
G1:
  text: The backup is complete
G1:
  text: The backup can be read
`,
    `
G1:
  text: The backup is complete
  undeveloped: true
`,
  ),
  "FIL-03": example(
    `
G1:
  text: The backup is complete
  undeveloped: perhaps
`,
    `
G1:
  text: The backup is complete
  undeveloped: true
`,
  ),
  "FIL-04": example(
    `
G1:
  text: The backup is complete
  undeveloped: true
  dcase: { ownr: operator }
`,
    `
G1:
  text: The backup is complete
  undeveloped: true
  dcase: { owner: operator }
`,
  ),
  "FIL-05": example(
    `
Backup:
  text: The backup is complete
`,
    `
Backup:
  nodeType: Goal
  text: The backup is complete
  undeveloped: true
`,
  ),
  "FIL-06": example("# A file of 200 MB, or aliases within aliases for a million values", "# A file of 2 MB"),
  "FIL-07": example("# A file in Shift_JIS", "# The same file in UTF-8"),
  "FIL-08": example(
    `
* G1
The backup is complete
Undeveloped:: maybe
`,
    `
* G1
The backup is complete
`,
  ),
  "FIL-09": example("# A history of which one revision is cut off", "# A history of whole revisions"),
  "FIL-10": example(
    `
Sn1:
  text: Memory stays free
  dcase:
    kind: monitor
    monitor: { metric: memory, condition: "max(free) >" }
`,
    `
Sn1:
  text: Memory stays free
  dcase:
    kind: monitor
    monitor: { metric: memory, condition: "max(used) < 0.9" }
`,
  ),
  "FIL-11": example(
    `
module:
  name: backup
`,
    `
module:
  name: backup
G1:
  text: The backup is complete
  undeveloped: true
`,
  ),
};
