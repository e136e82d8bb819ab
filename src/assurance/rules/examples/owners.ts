/** Examples of OWN. */

import { type Example, example } from "./example.ts";

/** Two goals of one case, with what the module says and who owns them. */
function owned(agree: string, first: string, second: string): string {
  return `module:
  name: backup${agree === "" ? "" : `\n  dcase: { agree: { ${agree} } }`}
G1:
  text: The shop can be restored
  supportedBy: [G2]${first === "" ? "" : `\n  dcase: { owner: ${first} }`}
G2:
  text: The backup is complete
  undeveloped: true${second === "" ? "" : `\n  dcase: { owner: ${second} }`}`;
}

export const ownerExamples: Readonly<Record<string, Example>> = {
  "OWN-01": example(owned("", "", "operator"), owned("", "owner", "")),
  "OWN-02": example(owned("", "oprator", ""), owned("", "operator", "")),
  "OWN-03": example(`{ "agree": { "operator": 0 } }`, `{ "agree": { "operator": 2 } }`),
  "OWN-04": example(owned("", "owner", ""), owned("operator: 1", "owner", "")),
};
