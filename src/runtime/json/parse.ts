/** From a text to a JSON value, with the place of what is wrong in it. */

import { Refusal } from "../files/refusal.ts";
import { mistakeIn } from "./mistake.ts";
import { JsonValue } from "./value.ts";

/** Reads a text; refuses one that is no JSON. A byte order mark ahead of it is passed over. */
export function parseJson(given: string): JsonValue {
  const text = given.startsWith("\ufeff") ? given.slice(1) : given;
  try {
    return new JsonValue(JSON.parse(text));
  } catch {
    const mistake = mistakeIn(text);
    // What JSON.parse refuses for another reason is too deep or too large for it.
    if (mistake === undefined)
      throw new Refusal("FormatFault", "it nests too deeply, or is too large", undefined, "text");
    const { at, expected } = mistake;
    const line = text.slice(0, at).split("\n").length;
    const column = at - text.lastIndexOf("\n", at - 1);
    throw new Refusal(
      "FormatFault",
      `line ${line}, column ${column}: found ${foundAt(text, at)}, expected ${expected}`,
      undefined,
      "text",
    );
  }
}

function foundAt(text: string, at: number): string {
  const found = /[\w.+-]{1,20}|[\s\S]/uy;
  found.lastIndex = at;
  const word = found.exec(text)?.[0];
  if (word === undefined) return "the end";
  return word === "\n" ? "the end of the line" : `\`${JSON.stringify(word).slice(1, -1).replace('\\"', '"')}\``;
}
