/** What the kind of a fault alone says (faults 1.1). */

import { type Rule, weigh } from "../rule.ts";

const fixScript = { SoftwareFault: "the script's developer must change it" } as const;

export const kindRules: readonly Rule[] = [
  {
    id: "kind.assertion",
    when: { kind: ["AssertionFault"] },
    weights: weigh(0, 3.2, 0, -1),
    says: "an assertion of the script does not hold",
    advice: { SoftwareFault: "the script's developer must find out why what was taken for sure is not so" },
  },
  {
    id: "kind.arithmetic",
    when: { kind: ["ZeroDivisionFault", "OverflowFault"] },
    weights: weigh(-1, 3.4, 0, -2),
    says: "the script computes with numbers that it does not check",
    advice: fixScript,
  },
  {
    id: "kind.index",
    when: { kind: ["IndexFault"] },
    weights: weigh(-1, 3, 0, -2),
    says: "the script reads behind the end of a list or a text",
    advice: fixScript,
  },
  {
    id: "kind.element",
    when: { kind: ["IndexFault"], facts: ["of-data"] },
    weights: weigh(0, -1.4, 0.2, 0.4),
    says: "what was read does not hold what the script looks for in it",
    topic: "bad-data",
  },
  {
    id: "kind.key",
    when: { kind: ["KeyFault"] },
    weights: weigh(-1, 1.4, 0, -1.5),
    says: "the script asks a map for a key that it does not hold",
    topic: "bad-data",
  },
  {
    id: "kind.cast",
    when: { kind: ["CastFault"] },
    weights: weigh(-1, 3, 0, -2),
    says: "the script takes it that an object is of a class that it is not of",
    advice: fixScript,
  },
  {
    id: "kind.stack",
    when: { kind: ["StackFault"] },
    weights: weigh(-1, 3.5, -0.5, -2),
    says: "the script's functions call each other without an end",
    advice: fixScript,
  },
  {
    id: "kind.argument",
    when: { kind: ["ArgumentFault"] },
    weights: weigh(-1, 0.3, 2, -2),
    says: "an argument is missing or not of the form that is wanted",
    topic: "bad-data",
    advice: { UserFault: "whoever ran this must give other arguments" },
  },
  {
    id: "kind.environment",
    when: { kind: ["EnvironmentFault"] },
    weights: weigh(0.5, 0, 2.4, -2),
    says: "an environment variable that the script needs is not set, or not usable",
    advice: { UserFault: "whoever ran this must set the variable" },
  },
  {
    id: "kind.glob",
    when: { kind: ["GlobFault"] },
    weights: weigh(0.2, 0.8, 2.6, -2),
    says: "no file fits the pattern",
    advice: { UserFault: "whoever ran this must provide the files, or run it where they are" },
  },
  {
    id: "kind.capture",
    when: { kind: ["CaptureFault"] },
    weights: weigh(-0.5, 2.4, 0.4, -1),
    says: "the script holds more output in memory than the capture limit allows",
    advice: { SoftwareFault: "the script's developer must read the output line by line, or raise the limit" },
  },
  {
    id: "kind.format",
    when: { kind: ["FormatFault"] },
    weights: weigh(-1, 0.6, 0.8, -1),
    says: "a text is not of the form that is wanted",
    topic: "bad-data",
  },
  {
    id: "kind.lock",
    when: { kind: ["LockFault"] },
    weights: weigh(2.4, 0, 0, -2),
    says: "another run on this host holds the lock, or it cannot be taken",
    advice: { SystemFault: "the operator of this host must see what holds the lock" },
  },
  {
    id: "kind.network",
    when: { kind: ["NetworkFault"] },
    weights: weigh(0, -0.8, -0.8, 0.8),
    says: "it is about another machine, or the way to it",
    topic: "peer",
  },
  {
    id: "kind.http",
    when: { kind: ["HttpFault"] },
    weights: weigh(-0.5, 0, 0, 0.4),
    says: "a server answered, and not with what was asked for",
  },
  {
    id: "kind.timeout",
    when: { kind: ["TimeoutFault"] },
    weights: weigh(0, 0, -1.2, 0),
    says: "it took longer than its limit",
    topic: "timeout",
  },
  {
    id: "kind.file",
    when: { kind: ["IOFault"] },
    weights: weigh(0, 0, 0, -1.2),
    says: "it is about a file of this host",
  },
];
