/** Values within texts, as people write them: `a, b`, and `cpu: 4, disk: 20`. */

import type { Json } from "../model/json.ts";
import { valueText } from "../pattern/values.ts";

/** A value at the place of its name: of texts by their languages the one that is read, of a map its `text` or `name`, else all that it has. */
export function shownValue(value: Json, language: string): string {
  return valueText(value, language) ?? writtenValue(value, language);
}

/** All of a value. Lists and maps within others stand in parentheses; Japanese has its own comma. */
export function writtenValue(value: Json, language = "en"): string {
  if (value === null) return "";
  if (typeof value !== "object") return String(value);
  const parts = Array.isArray(value)
    ? (value as readonly Json[]).map((each) => within(each, language))
    : Object.entries(value as { readonly [name: string]: Json }).map(([name, each]) =>
        `${name}: ${within(each, language)}`.trimEnd(),
      );
  return parts.join(/^ja\b/.test(language) ? "、" : ", ");
}

/** As deep as the file is, which its reader limits. */
function within(value: Json, language: string): string {
  const isPlain = typeof value !== "object" || value === null;
  return isPlain ? writtenValue(value, language) : `(${writtenValue(value, language)})`;
}
