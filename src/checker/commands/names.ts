/** The texts of words as far as the script gives them. */

import type { SimpleCommand, Word } from "../../syntax/index.ts";

/** A word's text where nothing in it is computed; a glob or a `~` is. */
export function staticText(word: Word): string | undefined {
  let text = "";
  for (const part of word.parts) {
    if (part.kind !== "text") return undefined;
    text += part.text;
  }
  return text;
}

/** A command's program where the text gives it. */
export function staticName(command: SimpleCommand): string | undefined {
  const [first] = command.words;
  return first === undefined ? undefined : staticText(first);
}
