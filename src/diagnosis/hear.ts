/** How rules come to speak: their conditions, and their sentences with names filled in. */

import type { Spoken } from "./combine.ts";
import type { Evidence } from "./evidence.ts";
import type { Condition, Rule } from "./rule.ts";

/** Lets every rule speak whose condition holds. */
export function hearAll(spoken: Spoken[], evidence: Evidence, rules: readonly Rule[], scale: number): void {
  for (const rule of rules) if (holds(rule.when, evidence)) hear(spoken, evidence, rule, scale);
}

/** Lets one rule speak, with the names in its sentences filled in, and notes its topic. */
export function hear(spoken: Spoken[], evidence: Evidence, rule: Omit<Rule, "when">, scale: number): void {
  if (rule.topic !== undefined) evidence.topics.add(rule.topic);
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => evidence.values.get(name) ?? "it");
  const advice =
    rule.advice && Object.fromEntries(Object.entries(rule.advice).map(([name, text]) => [name, fill(text)]));
  const heard = { rule, scale, says: fill(rule.says) };
  spoken.push(advice === undefined ? heard : { ...heard, advice });
}

/** Whether a condition holds for what is known. */
export function holds(when: Condition, { symptom, errno, topics, facts }: Evidence): boolean {
  if (when.kind !== undefined && !when.kind.includes(symptom.kind)) return false;
  if (when.errno !== undefined && (errno === undefined || !when.errno.includes(errno))) return false;
  if (when.signal !== undefined && (symptom.signal === undefined || !when.signal.includes(symptom.signal)))
    return false;
  if (when.status !== undefined && (symptom.status === undefined || !when.status.includes(symptom.status)))
    return false;
  const { answer = 0, trouble } = symptom;
  if (when.answer !== undefined && (answer < when.answer[0] || answer > when.answer[1])) return false;
  if (when.trouble !== undefined && (trouble === undefined || !when.trouble.includes(trouble))) return false;
  if (when.topic !== undefined && !when.topic.some((topic) => topics.has(topic))) return false;
  if (when.otherTopic?.some((topic) => topics.has(topic)) === true) return false;
  if (when.facts?.every((fact) => facts.has(fact)) === false) return false;
  return when.without?.some((fact) => facts.has(fact)) !== true;
}

/** Whether a signal or the command's own words have said something already. */
export function isTold(spoken: readonly Spoken[]): boolean {
  return spoken.some(({ rule }) => /^(?:signal|message|own)\./.test(rule.id));
}
