/** What a command's exit status says. */

import { type CommandTable, isAnswer, meaningOf, type StatusMeaning } from "../commands/index.ts";
import { type FaultClass, faultClasses } from "../records/index.ts";
import type { Spoken } from "./combine.ts";
import type { Evidence } from "./evidence.ts";
import { hear, holds, isTold } from "./hear.ts";
import type { Weights } from "./rule.ts";
import { signalRules, statusRules } from "./rules/index.ts";
import { wordsOf } from "./subject.ts";

/** The row of the command's own table first; where it says nothing, what statuses mean to most programs. */
export function hearStatus(spoken: Spoken[], evidence: Evidence, commands: CommandTable): void {
  const { symptom, topics } = evidence;
  const status = symptom.status;
  if (status === undefined || status === 0 || symptom.notStarted === true || !evidence.isCommand) return;
  const row = commands.find(evidence.program);
  const found = meaningOf(commands, [symptom.api, ...wordsOf(symptom).map(({ text }) => text)], status);
  // The words of the command itself are more exact than its status.
  const scale = topics.size > 0 || isTold(spoken) ? 0.4 : 1;
  if (found !== undefined) {
    const { row: by, meaning } = found;
    const weights = weightsOf(meaning, evidence);
    spoken.push({
      rule: { id: `command.${by.name}.${status}`, key: keyOfParties(partiesOf(weights)), weights },
      scale,
      says: `${by.name} ended with ${status}: ${meaning.says}`,
    });
    if (meaning.isName === true) topics.add("name-lookup");
    if (meaning.isAnswered === true) evidence.facts.add("answered");
    const isExternal = meaning.speaksFor?.[0] === "External" && weights.ExternalFault !== undefined;
    if (isExternal && row.network === true && scale === 1) topics.add("peer");
  } else if (symptom.signal === undefined && status > 128 && signalNames[status - 128] !== undefined) {
    const rule = signalRules.find((each) => each.when.signal?.includes(signalNames[status - 128] ?? "") === true);
    evidence.values.set("signal", signalNames[status - 128] ?? "");
    if (rule !== undefined) hear(spoken, evidence, rule, 0.9 * scale);
  } else {
    for (const rule of statusRules) {
      if (!holds(rule.when, evidence)) continue;
      // What it is about, the words have said.
      const { topic, ...silent } = rule;
      hear(spoken, evidence, scale === 1 || topic === undefined ? rule : silent, scale);
    }
  }
  const argv = [evidence.program, ...evidence.words.map((word) => word.text)];
  if (topics.size === 0 && row.answers !== "any" && isAnswer(row, status, argv)) topics.add("unexpected-answer");
}

// 128+n as shells report it, where a program has no meaning of its own for the number.
const signalNames: Readonly<Record<number, string>> = {
  1: "SIGHUP",
  2: "SIGINT",
  3: "SIGQUIT",
  4: "SIGILL",
  5: "SIGTRAP",
  6: "SIGABRT",
  7: "SIGBUS",
  8: "SIGFPE",
  9: "SIGKILL",
  11: "SIGSEGV",
  13: "SIGPIPE",
  14: "SIGALRM",
  15: "SIGTERM",
  24: "SIGXCPU",
  25: "SIGXFSZ",
  31: "SIGSYS",
};

/** What a status adds to the classes that it speaks for, the likeliest first. */
export const partyWeights: readonly number[] = [1.7, 1, 0.8, 0.6];

function weightsOf(meaning: StatusMeaning, evidence: Evidence): Weights {
  const weights: Partial<Record<FaultClass, number>> = {};
  for (const [index, party] of (meaning.speaksFor ?? []).entries()) {
    // A program that can speak to other machines, but did not, cannot have met one that failed.
    if (party === "External" && evidence.program === "rsync" && peerless(evidence)) continue;
    weights[`${party}Fault`] = partyWeights[index] ?? 0.6;
  }
  return weights;
}

/** "command.for.External-System": statuses of all programs that speak for the same classes share their fitted weights. */
export function keyOfParties(parties: readonly FaultClass[]): string {
  return `command.for.${parties.join("-").replaceAll("Fault", "") || "nobody"}`;
}

function partiesOf(weights: Weights): readonly FaultClass[] {
  const names = faultClasses.filter((name) => weights[name] !== undefined);
  return names.toSorted((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0));
}

function peerless(evidence: Evidence): boolean {
  return evidence.words.every((word) => !/^[^/-][^/]*:|^[a-z]+:\/\//.test(word.text));
}
