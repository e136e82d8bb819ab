/** Examples of ARG. */

import { type Example, example } from "./example.ts";

export const argumentExamples: Readonly<Record<string, Example>> = {
  "ARG-01": example(
    `
G1:
  text: The backup is complete
`,
    `
G1:
  text: The backup is complete
  undeveloped: true
`,
  ),
  "ARG-02": example(
    `
G1:
  text: The backup is complete
  undeveloped: true
  supportedBy: [Sn1]
Sn1:
  text: Log of the backup
`,
    `
G1:
  text: The backup is complete
  supportedBy: [Sn1]
Sn1:
  text: Log of the backup
`,
  ),
  "ARG-03": example(
    `
G1:
  text: The backup is complete
  supportedBy: [S1]
S1:
  text: Argue over each disk
`,
    `
G1:
  text: The backup is complete
  supportedBy: [S1]
S1:
  text: Argue over each disk
  undeveloped: true
`,
  ),
  "ARG-04": example(
    `
G1:
  text: The backup is complete
  undeveloped: true
`,
    `
G1:
  text: The backup is complete
  supportedBy: [Sn1]
Sn1:
  text: Log of the backup
`,
  ),
  "ARG-05": example(
    `
G1:
  text: The shop can be restored
  supportedBy: [G2, G3]
G2:
  text: The backup is complete
  undeveloped: true
G3:
  text: The backup is complete
  undeveloped: true
`,
    `
G1:
  text: The shop can be restored
  supportedBy: [G2, G3]
G2:
  text: The backup of the orders is complete
  undeveloped: true
G3:
  text: The backup of the customers is complete
  undeveloped: true
`,
  ),
  "ARG-06": example(
    `
G1:
  text: The backup is complete
  supportedBy: [Sn1]
  acp:
    ACP1: Sn2
Sn1:
  text: Log of the backup
`,
    `
G1:
  text: The backup is complete
  supportedBy: [Sn1]
  acp:
    ACP1: Sn1
Sn1:
  text: Log of the backup
`,
  ),
  "ARG-07": example(
    `
G1:
  text: The backup is complete
  supportedBy: [Sn1, Sn2]
Sn1:
  text: Log of the backup
Sn2:
  text: List of the files
`,
    `
G1:
  text: The backup is complete
  supportedBy: [Sn1]
Sn1:
  text: Log of the backup, and list of the files
`,
  ),
  "ARG-08": example(
    `
G1:
  text: The backup is complete
  supportedBy: [S1]
  inContextOf: [C1]
S1:
  text: Argue over each disk
  inContextOf: [C1]
  undeveloped: true
C1:
  text: The files of the shop
`,
    `
G1:
  text: The backup is complete
  supportedBy: [S1]
  inContextOf: [C1]
S1:
  text: Argue over each disk
  undeveloped: true
C1:
  text: The files of the shop
`,
  ),
};
