/** What is said of a node beside its text: its owner, its end, its tags, and what evidence must be. */

import { shortConditionText } from "../../condition/print.ts";
import type { CaseNode } from "../../model/case.ts";
import type { EvidenceSpec, Monitor } from "../../model/evidence.ts";
import { writtenValue } from "../../scope/written.ts";
import type { Say } from "../options.ts";

/** One line each. */
export function notesOf(node: CaseNode, say: Say): readonly string[] {
  const { owner, validUntil, tags, parameters, evidence, monitor, attachments, url } = node;
  return [
    ...(owner === undefined ? [] : [say(`owner: ${owner}`)]),
    ...(validUntil === undefined ? [] : [say(`until ${validUntil}`)]),
    ...(evidence === undefined ? [] : [evidenceText(evidence, say)]),
    ...(monitor === undefined ? [] : [monitorText(monitor, say)]),
    ...(parameters ?? []).map(({ name, type, value }) =>
      value === undefined ? `${name}: ${type}` : `${name} = ${writtenValue(value)}`,
    ),
    ...(tags ?? []).map(({ name, value }) => `${name} = ${writtenValue(value)}`),
    ...(attachments ?? []).map(({ name }) => name),
    ...(url === undefined ? [] : [url]),
  ];
}

/** "test ram.dscript, at most 30d old". */
export function evidenceText({ by, of, subject, maxAge, expects }: EvidenceSpec, say: Say): string {
  return [
    [say(by), of, subject === undefined ? undefined : `(${subject})`].filter((part) => part !== undefined).join(" "),
    ...(maxAge === undefined ? [] : [say(`at most ${maxAge} old`)]),
    ...(expects === undefined ? [] : [shortConditionText(expects)]),
  ].join(", ");
}

export function monitorText({ metric, condition, window }: Monitor, say: Say): string {
  const shown = `${metric}: ${shortConditionText(condition)}`;
  return window === undefined ? shown : `${shown}, ${say(`over ${window}`)}`;
}
