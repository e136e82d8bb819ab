/** Examples of labels. */

import { type Example, example } from "./example.ts";

export const labelExamples: Readonly<Record<string, Example>> = {
  "COR-01": example(
    `
* G1
The backup is complete
** E1
Log of the backup
** E1
List of the files
`,
    `
G1:
  text: The backup is complete
  supportedBy: [Sn1, Sn2]
Sn1:
  text: Log of the backup
Sn2:
  text: List of the files
`,
  ),
  "COR-02": example(
    `
G1:
  text: The backup is complete
  supportedBy: [G2]
  dcase: { uid: n1 }
G2:
  text: The backup holds each file
  undeveloped: true
  dcase: { uid: n1 }
`,
    `
G1:
  text: The backup is complete
  supportedBy: [G2]
  dcase: { uid: n1 }
G2:
  text: The backup holds each file
  undeveloped: true
  dcase: { uid: n2 }
`,
  ),
  "COR-03": example(
    `
Sn1:
  nodeType: Goal
  text: The backup is complete
  undeveloped: true
`,
    `
G1:
  text: The backup is complete
  undeveloped: true
`,
  ),
  "COR-04": example(
    `
G1:
  text: The backup is complete
  supportedBy: ["G2, daily"]
"G2, daily":
  text: The backup of each day is complete
  undeveloped: true
`,
    `
G1:
  text: The backup is complete
  supportedBy: [G2-daily]
G2-daily:
  text: The backup of each day is complete
  undeveloped: true
`,
  ),
};
