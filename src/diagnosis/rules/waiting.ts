/** What a command waited for when its time ran out (proc(5)): the surest word on a time limit. */

import { type Rule, weigh } from "../rule.ts";

const start = {
  SystemFault: "the operator of this host must look at the service, and why it does not answer",
} as const;
const seeHolder = {
  SystemFault: "the operator of this host must see what {holder} does with the lock, or let it end first",
} as const;
const theirs = { ExternalFault: "whoever runs {waited} must act; wait and try again, or take another host" } as const;
const processors = { SystemFault: "the operator of this host must see what takes its processors" } as const;

// biome-ignore format: one row a line reads as the table that it is
export const waitingRules: readonly Rule[] = [
  { id: "timeout.waits-peer", when: { topic: ["timeout"], facts: ["waits-peer"], without: ["no-network"] }, weights: weigh(0, -0.5, -0.5, 4), says: "it waited for {waited}, another machine", advice: theirs },
  { id: "timeout.waits-service", when: { topic: ["timeout"], facts: ["waits-service"] }, weights: weigh(4, 0, 0, -2.5), says: "it waited for a service of this host: {waited}", advice: start },
  { id: "timeout.waits-lock", when: { topic: ["timeout"], facts: ["waits-lock"] }, weights: weigh(4, 0, 0, -1.5), says: "it waited for a lock, which {holder} has", advice: seeHolder },
  { id: "timeout.waits-disk", when: { topic: ["timeout"], facts: ["waits-disk"] }, weights: weigh(4, 0, 0, -1), says: "it waited for a disk of this host", advice: { SystemFault: "the operator of this host must see what keeps its disks busy, and whether they are well" } },
  { id: "timeout.waits-file-server", when: { topic: ["timeout"], facts: ["waits-file-server"] }, weights: weigh(0, 0, 0, 5), says: "it waited for the file server that has {waited}", advice: { ExternalFault: "whoever runs the file server must act" } },
  { id: "timeout.computes", when: { topic: ["timeout"], facts: ["computed"] }, weights: weigh(-1, 3.4, 0.6, -2), says: "it computed all the time, with {share} of a processor: its loop has no end, or its work is too much", advice: { SoftwareFault: "the script's developer must see why it computes so long, or grant more time" } },
  { id: "timeout.wants-processor", when: { topic: ["timeout"], facts: ["wanted-processor"] }, weights: weigh(3, 1.6, 0, -2), says: "it wanted to compute, and got {share} of a processor", advice: processors },
  { id: "timeout.waits-input", when: { topic: ["timeout"], facts: ["waits-input"] }, weights: weigh(-1, 1.6, 2.4, -2), says: "it waited for input that nobody gave", advice: { SoftwareFault: "the script's developer must give it its input, or /dev/null", UserFault: "whoever ran this must give the input that it waits for" } },
  { id: "timeout.waits-reader", when: { topic: ["timeout"], facts: ["waits-reader"] }, weights: weigh(-0.5, 3, 0, -2), says: "it waited for somebody to read what it writes", advice: { SoftwareFault: "the script's developer must see that its output is read" } },
  { id: "timeout.slept", when: { topic: ["timeout"], facts: ["slept"] }, weights: weigh(-0.5, 3, 0, -1.5), says: "it slept: it asks for more time than the limit grants", advice: { SoftwareFault: "the script's developer must make both times fit" } },
  { id: "timeout.stopped", when: { topic: ["timeout"], facts: ["was-stopped"] }, weights: weigh(4, 0, 0.4, -2), says: "it was stopped (SIGSTOP, Ctrl-Z), and nobody let it go on", advice: { SystemFault: "the operator of this host must see who stopped it (kill -CONT lets it go on)" } },
];
