/** Where that came from what a program read: its input, or a file that the script itself wrote (faults 1.1). */

import { type Rule, type Topic, weigh } from "../rule.ts";

const held: readonly Topic[] = ["bad-content", "configuration"];

// biome-ignore format: one row a line reads as the table that it is
export const contentRules: readonly Rule[] = [
  { id: "content.network", when: { topic: held, facts: ["holds-network"] }, weights: weigh(0, 0, -1.6, 4), says: "what it read is another host's answer", advice: { ExternalFault: "whoever runs the other machine must correct what it answers" } },
  { id: "content.literal", when: { topic: held, facts: ["holds-literal"] }, weights: weigh(-0.4, 3.2, -1.6, 0), says: "what it read was written by the script, or shipped with it", advice: { SoftwareFault: "the script's developer must correct it" } },
  { id: "content.machine", when: { topic: held, facts: ["holds-machine"] }, weights: weigh(3, 0, -0.8, 0), says: "what it read is a file of this host's own", advice: { SystemFault: "the operator of this host must correct that file" } },
  { id: "content.given", when: { topic: held, facts: ["holds-given"] }, weights: weigh(0, 0, 0.8, 0), says: "what it read was given to the script", advice: { UserFault: "whoever gave the input must correct it" } },
  { id: "content.output", when: { topic: held, facts: ["holds-output"] }, weights: weigh(0.4, 1.4, -0.6, 0), says: "what it read is another command's output" },
  { id: "content.network-answer", when: { topic: ["no-clue", "unexpected-answer"], facts: ["holds-network"] }, weights: weigh(0, -0.4, -1, 3.8), says: "what it read is another host's answer" },
];
