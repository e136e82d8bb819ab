/** A value of a case in one line: names with their values, conditions as people write them, anything else as JSON. */

import { conditionText } from "../condition/print.ts";
import { comparable } from "../digest/jcs.ts";
import type { Condition } from "../model/condition.ts";
import type { Json } from "../model/json.ts";

/** `by test, maxAge 30d`, `max(cpu) <= 0.8`, `repeats (least 1, each SERVERS)` */
export function valueText(value: Json, depth = 0): string {
  if (typeof value === "string") return value;
  if (isCondition(value)) return conditionText(value);
  if (depth > deepest || typeof value !== "object" || value === null || Array.isArray(value)) return comparable(value);
  const text = Object.entries(value)
    .map(([name, each]) => `${name} ${valueText(each, depth + 1)}`)
    .join(", ");
  return depth === 0 ? text : `(${text})`;
}

/** Names within each other that a line bears. */
const deepest = 2;

type Fields = { readonly [name: string]: unknown };

/** What other tools say may have the same names: every part is looked at. */
function isCondition(value: unknown): value is Condition {
  const open = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (!isFields(next)) return false;
    const { kind, of, is } = next;
    if (kind === "not" && isFields(of)) open.push(of);
    else if ((kind === "and" || kind === "or") && Array.isArray(of) && of.every(isFields)) open.push(...of);
    else if (kind !== "compare" || typeof is !== "string" || !isOperand(next["left"]) || !isOperand(next["right"]))
      return false;
  }
  return value !== undefined;
}

function isOperand(value: unknown): boolean {
  if (!isFields(value)) return false;
  if (value["kind"] === "value") return ["number", "string", "boolean"].includes(typeof value["value"]);
  return (value["kind"] === "field" || value["kind"] === "over") && typeof value["path"] === "string";
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
