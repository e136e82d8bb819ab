/** Examples of references. */

import { type Example, example } from "./example.ts";

export const referenceExamples: Readonly<Record<string, Example>> = {
  "COR-05": example(
    `
G1:
  text: The backup is complete
  supportedBy: [G3]
G2:
  text: The backup holds each file
  undeveloped: true
`,
    `
G1:
  text: The backup is complete
  supportedBy: [G2]
G2:
  text: The backup holds each file
  undeveloped: true
`,
  ),
  "COR-06": example(
    `
G1:
  text: The backup is complete
  supportedBy: Sn1, Sn2
Sn1:
  text: Log of the backup
Sn2:
  text: List of the files
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
  "COR-07": example(
    `
G1:
  text: The backup is complete
  supportedBy: [C1, Sn1]
C1:
  text: The files of the shop
Sn1:
  text: Log of the backup
`,
    `
G1:
  text: The backup is complete
  inContextOf: [C1]
  supportedBy: [Sn1]
C1:
  text: The files of the shop
Sn1:
  text: Log of the backup
`,
  ),
  "COR-08": example(
    `
G1:
  text: The backup is complete
  supportedBy: [Sn1]
Sn1:
  text: Log of the backup
  supportedBy: [G2]
G2:
  text: The log is true
  undeveloped: true
`,
    `
G1:
  text: The backup is complete
  supportedBy: [Sn1, G2]
Sn1:
  text: Log of the backup
G2:
  text: The log is true
  undeveloped: true
`,
  ),
  "COR-09": example(
    `
G1:
  text: The backup is complete
  supportedBy: [G1, Sn1]
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
  "COR-10": example(
    `
G1:
  text: The backup is complete
  supportedBy: [Sn1, Sn1]
Sn1:
  text: Log of the backup
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
  "COR-11": example(
    `
<!-- D-Case Editor: the link's source was deleted -->
<rootBasicLink id="l1" source="#gone" target="#g1"/>
`,
    `
<rootBasicLink id="l1" source="#g2" target="#g1"/>
`,
  ),
};
