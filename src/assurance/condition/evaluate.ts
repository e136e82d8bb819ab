/** Whether a condition holds for records: `undefined` where they do not say. */

import type { Comparison, Condition, Operand } from "../model/condition.ts";
import type { Json } from "../model/json.ts";

type Value = number | string | boolean | undefined;

/**
 * Evaluates a condition over the records of a window, oldest first. A bare field is that of the last record that has it.
 * Nothing is run: the tree is walked, and names are only looked up in the records' own keys.
 */
export function holds(condition: Condition, records: readonly Json[]): boolean | undefined {
  switch (condition.kind) {
    case "compare":
      return compare(condition.is, valueAt(condition.left, records), valueAt(condition.right, records));
    case "not": {
      const inner = holds(condition.of, records);
      return inner === undefined ? undefined : !inner;
    }
    case "and":
      return decided(condition.of, records, false);
    case "or":
      return decided(condition.of, records, true);
  }
}

/** One part that is `by` decides; else one that is not known leaves it open. */
function decided(parts: readonly Condition[], records: readonly Json[], by: boolean): boolean | undefined {
  const values = parts.map((part) => holds(part, records));
  if (values.includes(by)) return by;
  return values.includes(undefined) ? undefined : !by;
}

function compare(is: Comparison, left: Value, right: Value): boolean | undefined {
  if (left === undefined || right === undefined) return undefined;
  if (is === "==") return left === right;
  if (is === "!=") return left !== right;
  if (typeof left !== typeof right || typeof left === "boolean") return undefined;
  switch (is) {
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case ">=":
      return left >= right;
  }
}

function valueAt(operand: Operand, records: readonly Json[]): Value {
  switch (operand.kind) {
    case "value":
      return operand.value;
    case "field":
      return lastOf(operand.path, records);
    case "over":
      return over(operand.how, operand.path, records);
  }
}

function over(how: Extract<Operand, { kind: "over" }>["how"], path: string, records: readonly Json[]): Value {
  if (how === "last") return lastOf(path, records);
  const found = records.map((record) => fieldOf(record, path));
  if (how === "count") return found.filter((value) => value !== undefined).length;
  const numbers = found.filter((value) => typeof value === "number");
  if (numbers.length === 0) return undefined;
  const sorted = numbers.toSorted((a, b) => a - b);
  switch (how) {
    case "mean":
      return numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
    case "max":
      return sorted.at(-1);
    case "min":
      return sorted[0];
    case "p95":
      return sorted[Math.ceil(sorted.length * 0.95) - 1];
    case "p99":
      return sorted[Math.ceil(sorted.length * 0.99) - 1];
  }
}

function lastOf(path: string, records: readonly Json[]): Value {
  for (let at = records.length - 1; at >= 0; at -= 1) {
    const value = fieldOf(records[at], path);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** A key that holds dots itself is found ahead of what the dots lead to. */
function fieldOf(record: Json | undefined, path: string): Value {
  let value: Json | undefined = record;
  let rest = path;
  for (;;) {
    if (value === null || typeof value !== "object" || Array.isArray(value)) return undefined;
    const keys = value as { readonly [name: string]: Json };
    if (Object.hasOwn(keys, rest)) {
      const found = keys[rest];
      return found === null || typeof found === "object" ? undefined : found;
    }
    const dot = rest.indexOf(".");
    if (dot === -1 || !Object.hasOwn(keys, rest.slice(0, dot))) return undefined;
    value = keys[rest.slice(0, dot)];
    rest = rest.slice(dot + 1);
  }
}
