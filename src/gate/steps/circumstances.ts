/** How a script is about to run, in the terms of an agreement's scope. */

import type { Json } from "../../assurance/index.ts";
import type { AskedScope } from "../../consent/index.ts";
import type { GateSubject } from "../../engine/index.ts";

export function circumstancesOf(
  { parameters, rest, defines, directory }: GateSubject,
  at: Pick<AskedScope, "now" | "host" | "runs">,
): AskedScope {
  const values = new Map([...parameters].map(([name, value]) => [name, jsonOf(value)] as const));
  return { ...at, parameters: values, rest, defines, directory };
}

/** Numbers and texts as they are; durations, sizes and the like as their text. */
function jsonOf(value: unknown): Json {
  if (Array.isArray(value)) return value.map(jsonOf);
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean") return value;
  return typeof value === "bigint" && Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
}
