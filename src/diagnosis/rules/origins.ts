/** What the origin of the failing argument says: a wrong literal is the developer's, a wrong input the user's (faults 1.1). */

import { type Fact, type Rule, type Topic, weigh } from "../rule.ts";

const named: readonly Topic[] = ["absent", "in-the-way"];
const shaped: readonly Topic[] = ["ill-formed", "usage", "bad-data"];
const computed = ["ZeroDivisionFault", "OverflowFault", "IndexFault"] as const;
const outside: readonly Fact[] = [
  "from-input",
  "from-environment",
  "from-file",
  "from-output",
  "from-network",
  "from-host",
  "from-machine",
  "from-shipped",
  "from-agreed",
];
const correct = { SoftwareFault: "the script's developer must correct it" } as const;
const correctThere = { ExternalFault: "whoever runs the other machine must correct what it answers" } as const;
const correctShipped = { SoftwareFault: "the script's developer must correct that file" } as const;
const correctMachine = { SystemFault: "the operator of this host must correct that file" } as const;
const readRightly = {
  SoftwareFault: "the script's developer must read what this host tells in the form that it has",
} as const;
const lookAtHost = { SystemFault: "the operator of this host must bring it into the state that is asked for" } as const;
const otherInput = { UserFault: "whoever ran this must give another value" } as const;

// biome-ignore format: one row a line reads as the table that it is
export const originRules: readonly Rule[] = [
  { id: "origin.literal-name", when: { topic: ["absent"], facts: ["from-literal"] }, weights: weigh(0.5, 1.8, -0.6, 0), says: "{subject} is written in the script", advice: { SoftwareFault: "the script's developer must correct the name, or make sure that it is there" } },
  { id: "origin.literal-in-the-way", when: { topic: ["in-the-way"], facts: ["from-literal"] }, weights: weigh(0.5, 1.8, -0.6, 0), says: "{subject} is written in the script", advice: { SoftwareFault: "the script's developer must correct the name, or deal with what stands there already" } },
  { id: "origin.input-name", when: { topic: named, facts: ["from-input"] }, weights: weigh(0, -0.4, 2.6, 0), says: "{subject} was given to the script", advice: otherInput },
  { id: "origin.environment-name", when: { topic: named, facts: ["from-environment"] }, weights: weigh(0.9, -0.2, 2, 0), says: "{subject} comes from the environment", advice: { UserFault: "whoever ran this must set the variable rightly" } },
  { id: "origin.file-name", when: { topic: named, facts: ["from-file"] }, weights: weigh(0.3, 0.2, 1.8, 0), says: "{subject} was read from a file", advice: { UserFault: "whoever keeps that file must correct it" } },
  { id: "origin.output-name", when: { topic: named, facts: ["from-output"] }, weights: weigh(0.8, 1.3, 0, 0), says: "{subject} comes from a command's output, which the script takes as it is" },
  { id: "origin.network-name", when: { topic: named, facts: ["from-network"] }, weights: weigh(0, 0.4, -0.4, 4.9), says: "{subject} comes from another host's answer", advice: correctThere },

  { id: "origin.literal-shape", when: { topic: shaped, facts: ["from-literal"] }, weights: weigh(-0.3, 1.8, -0.8, 0), says: "{subject} is written in the script", advice: correct },
  { id: "origin.input-shape", when: { topic: shaped, facts: ["from-input"] }, weights: weigh(-0.3, -0.3, 2.4, 0), says: "{subject} was given to the script", advice: otherInput },
  { id: "origin.environment-shape", when: { topic: shaped, facts: ["from-environment"] }, weights: weigh(0.3, 0, 2.2, 0), says: "{subject} comes from the environment", advice: { UserFault: "whoever ran this must set the variable rightly" } },
  { id: "origin.file-shape", when: { topic: shaped, facts: ["from-file"] }, weights: weigh(0, 0, 1.8, 0), says: "{subject} was read from a file", advice: { UserFault: "whoever keeps that file must correct it" } },
  // Most output that is read as a value was read from somebody's file: `$(cat count.txt)`.
  { id: "origin.output-shape", when: { topic: shaped, facts: ["from-output"] }, weights: weigh(0.4, 0.9, 1.1, 0), says: "{subject} comes from a command's output, which the script takes as it is", advice: { UserFault: "whoever keeps the data that the command read must correct them" } },
  { id: "origin.network-shape", when: { topic: shaped, facts: ["from-network"] }, weights: weigh(0, 0.2, -0.4, 3.4), says: "{subject} comes from another host's answer", advice: { ExternalFault: "whoever runs the other machine must correct what it answers" } },
  { id: "origin.input-content", when: { topic: ["bad-content"], facts: ["from-input"] }, weights: weigh(0, 0, 0.8, 0), says: "{subject} was given to the script", advice: { UserFault: "whoever gave the input must correct it" } },
  { id: "origin.output-content", when: { topic: ["bad-content"], facts: ["from-output"] }, weights: weigh(0, 0.8, 0, 0), says: "{subject} comes from a command's output" },

  { id: "origin.shipped-content", when: { topic: ["bad-content"], facts: ["holds-shipped"] }, weights: weigh(0, 3.2, -0.6, 0), says: "{holder} is a file of the script's own", advice: correctShipped },
  { id: "origin.host-content", when: { topic: ["bad-content"], facts: ["holds-host"] }, weights: weigh(0.6, 2.8, -0.8, 0), says: "{holder} is what this host tells of itself, and the script takes it to be of another form", advice: readRightly },
  { id: "origin.machine-reads", when: { topic: ["no-clue", "unexpected-answer"], facts: ["holds-machine"] }, weights: weigh(0.8, 0, 0, 0), says: "{holder} is a file of this host's own" },
  { id: "origin.shipped-reads", when: { topic: ["no-clue", "unexpected-answer"], facts: ["holds-shipped"] }, weights: weigh(0, 0.8, 0, 0), says: "{holder} is a file of the script's own" },

  { id: "origin.input-rights", when: { topic: ["refused"], facts: ["from-input"] }, weights: weigh(0, -0.2, 0.5, 0), says: "{subject} was given to the script" },
  { id: "origin.input-compute", when: { kind: ["AssertionFault", "ZeroDivisionFault", "OverflowFault", "IndexFault"], facts: ["from-input"] }, weights: weigh(0, 0, 1.8, 0), says: "{subject} was given to the script" },
  { id: "origin.file-compute", when: { kind: ["AssertionFault", "ZeroDivisionFault", "OverflowFault", "IndexFault"], facts: ["from-file"] }, weights: weigh(0, 0, 1.2, 0), says: "{subject} was read from a file" },

  // Files of the script's own, files of this host, and what this host tells of itself.
  { id: "origin.shipped-name", when: { topic: named, facts: ["from-shipped"] }, weights: weigh(0, 2, -0.4, 0), says: "{subject} was read from a file of the script's own", advice: correctShipped },
  { id: "origin.machine-name", when: { topic: named, facts: ["from-machine"] }, weights: weigh(2.4, 0, 0, 0), says: "{subject} was read from a file of this host's own", advice: correctMachine },
  { id: "origin.host-name", when: { topic: named, facts: ["from-host"] }, weights: weigh(1, 1.2, -0.4, 0), says: "{subject} is what this host tells of itself" },
  { id: "origin.shipped-shape", when: { topic: shaped, facts: ["from-shipped"] }, weights: weigh(0, 2.4, -0.4, 0), says: "{subject} was read from a file of the script's own", advice: correctShipped },
  { id: "origin.machine-shape", when: { topic: shaped, facts: ["from-machine"] }, weights: weigh(3.6, 0, 0.2, 0), says: "{subject} was read from a file of this host's own", advice: correctMachine },
  { id: "origin.host-shape", when: { topic: shaped, facts: ["from-host"] }, weights: weigh(0.8, 2.4, -0.6, 0), says: "{subject} is what this host tells of itself, and the script takes it to be of another form", advice: readRightly },
  { id: "origin.shipped-host", when: { topic: ["name-lookup", "peer"], facts: ["from-shipped"] }, weights: weigh(0, 1, 0, 0), says: "the host {subject} was read from a file of the script's own", advice: correctShipped },
  { id: "origin.machine-host", when: { topic: ["name-lookup", "peer"], facts: ["from-machine"] }, weights: weigh(2.4, 0, -0.4, 0), says: "the host {subject} was read from a file of this host's own", advice: correctMachine },
  { id: "origin.network-host", when: { topic: ["name-lookup", "peer"], facts: ["from-network"] }, weights: weigh(0, 0, -0.4, 1.8), says: "the host {subject} comes from another host's answer", advice: correctThere },
  { id: "origin.shipped-page", when: { topic: ["page"], facts: ["from-shipped"] }, weights: weigh(0, 1.4, 0, 0), says: "{subject} was read from a file of the script's own", advice: correctShipped },
  { id: "origin.machine-page", when: { topic: ["page"], facts: ["from-machine"] }, weights: weigh(3.6, 0, -0.4, 0), says: "{subject} was read from a file of this host's own", advice: correctMachine },
  { id: "origin.network-no-clue", when: { topic: ["no-clue", "unexpected-answer"], facts: ["from-network"] }, weights: weigh(0, 0, 0, 1.8), says: "{subject} comes from another host's answer", advice: correctThere },
  { id: "origin.machine-no-clue", when: { topic: ["no-clue", "unexpected-answer"], facts: ["from-machine"] }, weights: weigh(1.4, 0, 0, 0), says: "{subject} was read from a file of this host's own" },
  { id: "origin.shipped-no-clue", when: { topic: ["no-clue", "unexpected-answer"], facts: ["from-shipped"] }, weights: weigh(0, 0.9, 0, 0), says: "{subject} was read from a file of the script's own" },
  { id: "origin.host-no-clue", when: { topic: ["no-clue", "unexpected-answer"], facts: ["from-host"] }, weights: weigh(0.8, 0.6, 0, 0), says: "{subject} is what this host tells of itself" },

  // An assertion of a script that holds what it was given against what it needs is about that, and seldom about the script.
  { id: "origin.input-held", when: { kind: ["AssertionFault"], facts: ["from-input"] }, weights: weigh(0, -1.6, 2.6, 0), says: "what is asked about was given to the script", advice: otherInput },
  { id: "origin.environment-held", when: { kind: ["AssertionFault"], facts: ["from-environment"] }, weights: weigh(0.2, -1.6, 2.8, 0), says: "what is asked about comes from the environment", advice: { UserFault: "whoever ran this must set the variable rightly" } },
  { id: "origin.file-held", when: { kind: ["AssertionFault"], facts: ["from-file"] }, weights: weigh(0, -1.4, 2.6, 0), says: "what is asked about was read from a file", advice: { UserFault: "whoever keeps that file must correct it" } },
  { id: "origin.network-held", when: { kind: ["AssertionFault"], facts: ["from-network"] }, weights: weigh(0, -1.6, 0, 4.6), says: "what is asked about comes from another host's answer", advice: correctThere },
  { id: "origin.host-held", when: { kind: ["AssertionFault"], facts: ["from-host"] }, weights: weigh(2.4, -1.2, 0, 0), says: "what is asked about is the state of this host", advice: lookAtHost },
  { id: "origin.machine-held", when: { kind: ["AssertionFault"], facts: ["from-machine"] }, weights: weigh(2.6, -1.2, 0, 0), says: "what is asked about is the state of this host", advice: lookAtHost },
  { id: "origin.output-held", when: { kind: ["AssertionFault"], facts: ["from-output"] }, weights: weigh(0.9, -0.4, 0.4, 0), says: "what is asked about comes from a command's output" },
  { id: "origin.environment-compute", when: { kind: computed, facts: ["from-environment"] }, weights: weigh(0.2, 0, 1.8, 0), says: "{subject} comes from the environment" },
  { id: "origin.network-compute", when: { kind: computed, facts: ["from-network"] }, weights: weigh(0, -0.8, -0.4, 4.8), says: "what it is computed from comes from another host's answer", advice: correctThere },
  { id: "origin.machine-compute", when: { kind: computed, facts: ["from-machine"] }, weights: weigh(3.6, -0.6, -0.4, 0), says: "what it is computed from was read from a file of this host's own", advice: correctMachine },

  { id: "origin.input-command", when: { topic: ["missing-command", "not-executable"], facts: ["from-input"] }, weights: weigh(0, -0.5, 2.8, 0), says: "the name of the program was given to the script", advice: otherInput },
  { id: "origin.environment-command", when: { topic: ["missing-command", "not-executable"], facts: ["from-environment"] }, weights: weigh(0.8, -0.5, 2.2, 0), says: "the name of the program comes from the environment" },
  { id: "origin.relative-command", when: { topic: ["missing-command"], facts: ["not-started", "relative-path"], without: [...outside, "interpreter-missing"] }, weights: weigh(0, 2.2, 0, 0), says: "{subject} is written in the script, and looked for beside where it runs", advice: { SoftwareFault: "the script's developer must correct the path, or ship the program with the script" } },
  { id: "origin.own-program", when: { topic: ["not-executable"], facts: ["not-started", "relative-path"], without: outside }, weights: weigh(0, 1.4, 0, 0), says: "{subject} is written in the script, and lies beside where it runs" },
  { id: "origin.absolute-command", when: { topic: ["missing-command"], facts: ["not-started", "absolute-path"], without: outside }, weights: weigh(1.2, 0.6, 0, 0), says: "{subject} is written in the script", advice: { SystemFault: "the operator of this host must install the program" } },
  { id: "origin.installed-command", when: { topic: ["missing-command"], without: [...outside, "absolute-path", "relative-path", "misspelt-command"] }, weights: weigh(1.4, 0.4, 0, 0), says: "the program is looked for in PATH", advice: { SystemFault: "the operator of this host must install the program, or correct PATH" } },
  { id: "origin.installed-program", when: { topic: ["not-executable"], facts: ["installed-place"], without: ["from-input", "from-environment"] }, weights: weigh(2.4, -0.6, 0, 0), says: "it lies where this host keeps its programs", advice: { SystemFault: "the operator of this host must install the program anew" } },
  { id: "origin.known-program", when: { topic: ["not-executable"], facts: ["known-command"], without: ["installed-place"] }, weights: weigh(2, -0.6, 0, 0), says: "{command} is a program that hosts usually have", advice: { SystemFault: "the operator of this host must install the program anew" } },
  { id: "origin.own-module", when: { facts: ["own-module"] }, weights: weigh(-1.6, 3.2, -0.2, 0), says: "others of the kind of {module} lie beside the program: it is one of its own", advice: { SoftwareFault: "the developer of the program must correct the name, or ship the module with it" } },
  { id: "origin.known-command", when: { topic: ["missing-command"], facts: ["known-command"] }, weights: weigh(1, -0.6, 0, 0), says: "{command} is a program that hosts usually have" },
  { id: "origin.misspelt-command", when: { topic: ["missing-command"], facts: ["misspelt-command"], without: ["from-input"] }, weights: weigh(0, 2.6, 0, 0), says: "there is a program {nearest}, which is spelt almost so", advice: { SoftwareFault: "the script's developer must correct the name" } },

  { id: "origin.input-host", when: { topic: ["name-lookup", "peer"], facts: ["from-input"] }, weights: weigh(0, 0, 1.2, 0), says: "the host {subject} was given to the script", advice: otherInput },
  { id: "origin.environment-host", when: { topic: ["name-lookup", "peer"], facts: ["from-environment"] }, weights: weigh(0.2, 0, 1.2, 0), says: "the host {subject} comes from the environment", advice: { UserFault: "whoever ran this must set the variable rightly" } },
  { id: "origin.file-host", when: { topic: ["name-lookup", "peer"], facts: ["from-file"] }, weights: weigh(0, 0, 1, 0), says: "the host {subject} was read from a file", advice: { UserFault: "whoever keeps that file must correct it" } },
  { id: "origin.setting-host", when: { topic: ["name-lookup", "peer"], facts: ["set-peer"], without: ["from-environment"] }, weights: weigh(0.4, -0.6, 0.8, 0), says: "nothing that it was given names {subject}: it stands in a file that {command} reads by itself", advice: { UserFault: "whoever set {command} up must correct it there" } },
  { id: "origin.literal-login", when: { facts: ["credentials-literal"] }, weights: weigh(-0.2, 3.8, -0.8, 0), says: "what it logs in with is written in the script", advice: { SoftwareFault: "the script's developer must take the credentials from a file or a variable, and have them put right" } },
  { id: "origin.literal-page", when: { topic: ["page"], facts: ["from-literal"] }, weights: weigh(0, 1.2, -0.4, 0), says: "{subject} is written in the script", advice: correct },
  { id: "origin.environment-page", when: { topic: ["page"], facts: ["from-environment"] }, weights: weigh(0, 0, 1.8, 0), says: "{subject} comes from the environment", advice: { UserFault: "whoever ran this must set the variable rightly" } },
  { id: "origin.file-page", when: { topic: ["page"], facts: ["from-file"] }, weights: weigh(0, 0, 1.6, 0), says: "{subject} was read from a file", advice: { UserFault: "whoever keeps that file must correct it" } },
  { id: "origin.network-page", when: { topic: ["page"], facts: ["from-network"] }, weights: weigh(0, 0, -0.4, 1.8), says: "{subject} comes from another host's answer", advice: { ExternalFault: "whoever runs the other machine must correct what it answers" } },
  { id: "origin.input-configuration", when: { topic: ["configuration"], facts: ["from-input"] }, weights: weigh(-0.6, 0, 2, 0), says: "{subject} was given to the script", advice: otherInput },
  { id: "origin.environment-configuration", when: { topic: ["configuration"], facts: ["from-environment"] }, weights: weigh(0, -0.2, 1.6, 0), says: "{subject} comes from the environment", advice: { UserFault: "whoever ran this must set the variable rightly" } },
  { id: "origin.file-configuration", when: { topic: ["configuration"], facts: ["from-file"] }, weights: weigh(0, 0, 1, 0), says: "{subject} was read from a file", advice: { UserFault: "whoever keeps that file must correct it" } },
  { id: "origin.literal-configuration", when: { topic: ["configuration"], facts: ["from-literal"] }, weights: weigh(0.4, 0.3, -0.8, 0), says: "all that it was given is written in the script" },
  { id: "origin.input-time", when: { topic: ["timeout"], facts: ["from-input", "only-waits"] }, weights: weigh(0, -0.8, 3.8, 0), says: "how long it waits was given to the script", advice: otherInput },
  { id: "origin.input-page", when: { topic: ["page"], facts: ["from-input"] }, weights: weigh(0, 0, 2, 0), says: "{subject} was given to the script", advice: otherInput },
  { id: "origin.literal-host", when: { topic: ["name-lookup", "peer"], facts: ["from-literal"] }, weights: weigh(0, 0.6, 0, 0), says: "the host {subject} is written in the script" },

  { id: "origin.input-no-clue", when: { topic: ["no-clue", "unexpected-answer"], facts: ["from-input"] }, weights: weigh(0, 0, 1.3, 0), says: "{subject} was given to the script" },
  { id: "origin.environment-no-clue", when: { topic: ["no-clue", "unexpected-answer"], facts: ["from-environment"] }, weights: weigh(0.3, 0, 0.9, 0), says: "{subject} comes from the environment" },
  { id: "origin.file-no-clue", when: { topic: ["no-clue", "unexpected-answer"], facts: ["from-file"] }, weights: weigh(0, 0.2, 0.7, 0), says: "{subject} was read from a file" },
  { id: "origin.literal-no-clue", when: { topic: ["no-clue", "unexpected-answer"], facts: ["from-literal"] }, weights: weigh(0, 0.7, 0, -0.3), says: "all that it was given is written in the script" },
  { id: "origin.nothing-given", when: { topic: ["no-clue", "unexpected-answer"], without: [...outside, "from-literal"] }, weights: weigh(0, 0.6, 0, 0), says: "nothing was given to it from outside of the script" },
];
