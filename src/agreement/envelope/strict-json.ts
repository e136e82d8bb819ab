/** JSON as it may be signed: no name twice, no half of a character, not deeper than anybody needs; with the place of what is wrong. */

import { canonicalJson, type Json, type Trouble } from "../../assurance/index.ts";
import { deepest, findMistake } from "./json-mistake.ts";

export type JsonReading =
  | { readonly ok: true; readonly value: Json; readonly isCanonical: boolean }
  | { readonly ok: false; readonly trouble: Trouble };

/** Never throws. `isCanonical`: the text is what RFC 8785 makes of its value. */
export function strictJson(text: string): JsonReading {
  let value: Json | undefined;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    // What is wrong, and where, is found below: V8's words for it differ from one version to the next.
  }
  const canonical = value === undefined ? undefined : canonicalJson(value);
  // No text with a name in it twice is the canonical one, which has each once: the slow way is for what people write.
  if (value !== undefined && canonical?.ok === true && canonical.text === text && !isDeep(text))
    return { ok: true, value, isCanonical: true };
  const trouble = findMistake(text);
  if (trouble !== undefined) return { ok: false, trouble };
  if (value === undefined || canonical?.ok !== true) {
    const message = "it holds half of a character, or a number that is too large";
    return { ok: false, trouble: { code: "ENV-03", message, help: "write it anew" } };
  }
  return { ok: true, value, isCanonical: false };
}

function isDeep(text: string): boolean {
  // As many brackets as that are rare: only then it is worth a look.
  let depth = 0;
  for (const [bracket] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (bracket === "[" || bracket === "{") depth += 1;
    else if (bracket === "]" || bracket === "}") depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}
