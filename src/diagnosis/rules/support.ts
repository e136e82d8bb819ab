/** What speaks for the script at the very line that failed (faults 1.6): it only lowers the script's own fault. */

import { type Rule, weigh } from "../rule.ts";

// biome-ignore format: one row a line reads as the table that it is
export const supportRules: readonly Rule[] = [
  { id: "evidence.tested", when: { facts: ["tested"] }, weights: weigh(0, -1.2, 0, 0), says: "{tests} that passed ran this very line of the script as it stands" },
  { id: "evidence.worked", when: { facts: ["worked"] }, weights: weigh(0, -2.2, 0, 0), says: "this very script has ended well here {runs}, last on {last}" },
  { id: "evidence.argued", when: { facts: ["argued"] }, weights: weigh(0, -0.8, 0, 0), says: "the goal {goal}, which this line serves, has evidence with this very script: {evidence}" },
  { id: "evidence.argued-script", when: { facts: ["argued-script"] }, weights: weigh(0, -0.6, 0, 0), says: "the D-Case has evidence for this very script: {evidence}" },
];
