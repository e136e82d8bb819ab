/** What is said of a node beside its text: its owner, its end, its tags, and what evidence must be. */

import type { CaseNode } from "../../model/case.ts";
import type { Condition, Operand } from "../../model/condition.ts";
import type { EvidenceSpec, Monitor } from "../../model/evidence.ts";
import type { Json } from "../../model/json.ts";
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
      value === undefined ? `${name}: ${type}` : `${name} = ${valueText(value)}`,
    ),
    ...(tags ?? []).map(({ name, value }) => `${name} = ${valueText(value)}`),
    ...(attachments ?? []).map(({ name }) => name),
    ...(url === undefined ? [] : [url]),
  ];
}

/** "test ram.dscript, at most 30d old". */
export function evidenceText({ by, of, subject, maxAge, expects }: EvidenceSpec, say: Say): string {
  return [
    [say(by), of, subject === undefined ? undefined : `(${subject})`].filter((part) => part !== undefined).join(" "),
    ...(maxAge === undefined ? [] : [say(`at most ${maxAge} old`)]),
    ...(expects === undefined ? [] : [conditionText(expects)]),
  ].join(", ");
}

export function monitorText({ metric, condition, window }: Monitor, say: Say): string {
  const shown = `${metric}: ${conditionText(condition)}`;
  return window === undefined ? shown : `${shown}, ${say(`over ${window}`)}`;
}

export function valueText(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

const longest = 160;

/** A condition as people write it: `p95(latency) < 200 and not down`. What is very deep is cut. */
function conditionText(condition: Condition): string {
  const parts: string[] = [];
  // What is still to be written, the next one last.
  const open: (Condition | string)[] = [condition];
  let written = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (written > longest) {
      parts.push("…");
      break;
    }
    if (typeof next === "string") {
      parts.push(next);
      written += next.length;
    } else if (next.kind === "compare") {
      const shown = `${operandText(next.left)} ${next.is} ${operandText(next.right)}`;
      parts.push(shown);
      written += shown.length;
    } else if (next.kind === "not") open.push(")", next.of, "not (");
    else {
      const { kind, of } = next;
      for (let at = of.length - 1; at >= 0; at -= 1) {
        const part = of[at]!;
        if (part.kind === "compare" || part.kind === "not") open.push(part);
        else open.push(")", part, "(");
        if (at > 0) open.push(` ${kind} `);
      }
    }
  }
  return parts.join("");
}

function operandText(operand: Operand): string {
  switch (operand.kind) {
    case "value":
      return JSON.stringify(operand.value);
    case "field":
      return operand.path;
    case "over":
      return `${operand.how}(${operand.path})`;
  }
}
