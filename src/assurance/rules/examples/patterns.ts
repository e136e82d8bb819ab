/** Examples of PAT. */

import { type Example, example } from "./example.ts";

/** A goal of a pattern with the parameters that are given. */
function pattern(parameters: string, rest = ""): string {
  return `module:
  name: restore
  dcase:
    parameters:
${parameters}
G1:
  text: Each of {DISKS} is restored
  supportedBy: [G2]${rest}
G2:
  text: The disk is restored
  undeveloped: true`;
}

const disks = "      DISKS: { type: List, value: [sda, sdb] }";

export const patternExamples: Readonly<Record<string, Example>> = {
  "PAT-01": example(
    `
G1:
  text: "{SYSTEM} can be restored"
  undeveloped: true
`,
    `
module:
  name: restore
  dcase:
    parameters:
      SYSTEM: { type: String, value: The shop }
G1:
  text: "{SYSTEM} can be restored"
  undeveloped: true
`,
  ),
  "PAT-02": example(
    `
G1:
  text: The shop can be restored
  undeveloped: true
  dcase: { uninstantiated: true }
`,
    `
G1:
  text: The shop can be restored
  undeveloped: true
`,
  ),
  "PAT-03": example(pattern(disks, "\n  dcase:\n    links: { G2: { optional: true } }"), pattern(disks)),
  "PAT-04": example(pattern("      DISKS: { type: List }"), pattern(disks)),
  "PAT-05": example(pattern("      DISKS: { type: List, value: sda }"), pattern(disks)),
  "PAT-06": example(
    pattern(`${disks}\n      AGE: { type: Duration, value: 48h, range: [1h, 24h] }`),
    pattern(`${disks}\n      AGE: { type: Duration, value: 12h, range: [1h, 24h] }`),
  ),
  "PAT-07": example(
    pattern(`${disks}\n      SITE: { type: String, value: Nara, choices: [Tokyo, Osaka] }`),
    pattern(`${disks}\n      SITE: { type: String, value: Osaka, choices: [Tokyo, Osaka] }`),
  ),
  "PAT-08": example(
    `
{
  "parameters": [
    { "name": "AGE", "type": "Duration", "value": "12h" },
    { "name": "AGE", "type": "Duration", "value": "24h" }
  ]
}
`,
    `
{
  "parameters": [
    { "name": "AGE", "type": "Duration", "value": "12h" }
  ]
}
`,
  ),
  "PAT-09": example(
    pattern("      DISKS: { type: List }\n      SITE: { type: String }"),
    pattern("      DISKS: { type: List }"),
  ),
  "PAT-10": example(
    pattern("      DISKS: { type: String }", "\n  dcase:\n    links: { G2: { each: DISKS, as: DISK } }"),
    pattern("      DISKS: { type: List }", "\n  dcase:\n    links: { G2: { each: DISKS, as: DISK } }"),
  ),
  "PAT-11": example(
    pattern("      DISKS: { type: List }", "\n  dcase:\n    choices: [{ of: [G2], least: 2, most: 2 }]"),
    pattern("      DISKS: { type: List }", "\n  dcase:\n    choices: [{ of: [G2], least: 0, most: 1 }]"),
  ),
};
