/** Values of tags as text: AssureNote has no others. */

import type { Json } from "../model/json.ts";

export function valueText(value: Json): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value) && value.length > 0 && value.every(isPart)) return value.join(", ");
  return JSON.stringify(value);
}

/** A part of a list, as AssureNote's users write one: `A, B`. */
function isPart(value: Json): value is string {
  return typeof value === "string" && /^[^\s,、，](?:[^,、，]*[^\s,、，])?$/.test(value);
}
