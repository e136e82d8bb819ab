/** From a script's value to JSON. */

import { Refusal } from "../files/refusal.ts";
import { JsonValue } from "./value.ts";

/** Texts, numbers, booleans, null, arrays, Maps and JSON, with all that is in them; refuses everything else. */
export function jsonOf(value: unknown): JsonValue {
  return new JsonValue(plainOf(value));
}

function plainOf(value: unknown): unknown {
  if (value instanceof JsonValue) return value.value;
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map(plainOf);
  if (value instanceof Map) {
    // A key `__proto__` is a key as any other.
    return Object.fromEntries([...value].map(([key, each]) => [String(key), plainOf(each)]));
  }
  if (typeof value === "number" && !Number.isFinite(value))
    throw new Refusal("ArgumentFault", `JSON has no number ${value}`);
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  throw new Refusal("ArgumentFault", "only texts, numbers, booleans, null, arrays and Maps of them are JSON");
}
