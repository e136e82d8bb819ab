/** What it says that the failing argument is stated in a context of the D-Case: its stakeholders have agreed on it, and no code is wrong (faults 1.1). */

import { type Rule, weigh } from "../rule.ts";

const says = "{subject} comes from the D-Case: {agreed}";
const advice = { UserFault: "{keeper} must correct what the D-Case states, or bring about that it holds" } as const;
const computed = ["ZeroDivisionFault", "OverflowFault", "IndexFault"] as const;

// biome-ignore format: one row a line reads as the table that it is
export const agreedRules: readonly Rule[] = [
  { id: "agreed.name", when: { topic: ["absent", "in-the-way"], facts: ["from-agreed"] }, weights: weigh(0.4, -0.4, 2.6, 0), says, advice },
  { id: "agreed.shape", when: { topic: ["ill-formed", "usage", "bad-data"], facts: ["from-agreed"] }, weights: weigh(-0.3, -0.3, 2.4, 0), says, advice },
  { id: "agreed.content", when: { topic: ["bad-content"], facts: ["from-agreed"] }, weights: weigh(0, 0, 0.8, 0), says, advice },
  { id: "agreed.rights", when: { topic: ["refused"], facts: ["from-agreed"] }, weights: weigh(0, -0.2, 0.5, 0), says },
  { id: "agreed.compute", when: { kind: computed, facts: ["from-agreed"] }, weights: weigh(0, 0, 1.8, 0), says, advice },
  { id: "agreed.held", when: { kind: ["AssertionFault"], facts: ["from-agreed"] }, weights: weigh(0.2, -1.6, 2.4, 0), says: "what is asked about comes from the D-Case: {agreed}", advice },
  { id: "agreed.command", when: { topic: ["missing-command", "not-executable"], facts: ["from-agreed"] }, weights: weigh(0.6, -0.5, 2.4, 0), says: "the name of the program comes from the D-Case: {agreed}", advice },
  { id: "agreed.host", when: { topic: ["name-lookup", "peer"], facts: ["from-agreed"] }, weights: weigh(0, 0, 1, 0), says: "the host {subject} comes from the D-Case: {agreed}", advice },
  { id: "agreed.page", when: { topic: ["page"], facts: ["from-agreed"] }, weights: weigh(0, 0, 1.6, 0), says, advice },
  { id: "agreed.configuration", when: { topic: ["configuration"], facts: ["from-agreed"] }, weights: weigh(0, 0, 1, 0), says, advice },
  { id: "agreed.time", when: { topic: ["timeout"], facts: ["from-agreed", "only-waits"] }, weights: weigh(0, -0.8, 3, 0), says: "how long it waits comes from the D-Case: {agreed}", advice },
  { id: "agreed.no-clue", when: { topic: ["no-clue", "unexpected-answer"], facts: ["from-agreed"] }, weights: weigh(0, 0, 1, 0), says },
];
