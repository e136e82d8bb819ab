/** Examples of the argument as a whole. */

import { type Example, example } from "./example.ts";

export const shapeExamples: Readonly<Record<string, Example>> = {
  "COR-12": example(
    `
G1:
  text: The backup is complete
  supportedBy: [G2]
G2:
  text: The log is true
  supportedBy: [G3]
G3:
  text: The log says the same as the backup
  supportedBy: [G2]
`,
    `
G1:
  text: The backup is complete
  supportedBy: [G2]
G2:
  text: The log is true
  supportedBy: [Sn1]
Sn1:
  text: Comparison of the log with the files
`,
  ),
  "COR-13": example(
    `
G1:
  text: The backup is complete
  undeveloped: true
G2:
  text: The backup can be read
  undeveloped: true
`,
    `
G1:
  text: The shop can be restored
  supportedBy: [G2, G3]
G2:
  text: The backup is complete
  undeveloped: true
G3:
  text: The backup can be read
  undeveloped: true
`,
  ),
  "COR-14": example(
    `
S1:
  text: Argue over what a backup needs
  supportedBy: [G1]
G1:
  text: The backup is complete
  undeveloped: true
`,
    `
G0:
  text: The shop can be restored
  supportedBy: [S1]
S1:
  text: Argue over what a backup needs
  supportedBy: [G1]
G1:
  text: The backup is complete
  undeveloped: true
`,
  ),
  "COR-15": example(
    `
G1:
  text: The backup is complete
  undeveloped: true
G2:
  text: The log is true
  supportedBy: [G3]
G3:
  text: The log says the same as the backup
  supportedBy: [G2]
`,
    `
G1:
  text: The backup is complete
  supportedBy: [G2]
G2:
  text: The log is true
  undeveloped: true
`,
  ),
};
