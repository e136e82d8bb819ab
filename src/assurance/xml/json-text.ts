/** Values as JSON that any XML file can hold, and back; neither ever throws. */

import type { Json } from "../model/json.ts";
import { mostJsonDepth } from "./limits.ts";

/** undefined where the value lies too deep in itself, or is none of JSON's. */
export function jsonText(value: unknown): string | undefined {
  if (value === undefined || isTooDeep(value)) return undefined;
  const text = JSON.stringify(value);
  // The two characters that JSON leaves as they are and XML cannot hold.
  return text?.replace(/[\ufffe\uffff]/g, (each) => (each === "\ufffe" ? "\\ufffe" : "\\uffff"));
}

export function parsedJson(text: string): { readonly value: Json } | undefined {
  try {
    const value = JSON.parse(text) as Json;
    return isTooDeep(value) ? undefined : { value };
  } catch {
    return undefined;
  }
}

/** Whether values lie deeper in each other than the functions of JSON, and whoever reads them later, can follow. */
export function isTooDeep(value: unknown, most: number = mostJsonDepth): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > most) return true;
    level = level.flatMap((each) => (typeof each === "object" && each !== null ? Object.values(each) : []));
  }
  return false;
}
