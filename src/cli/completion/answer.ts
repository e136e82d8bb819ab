/** The answer to a shell that asks how a command line may go on. */

import type { CliCommand } from "../command.ts";
import { type Candidates, nothing } from "./candidate.ts";
import { candidatesFor } from "./candidates.ts";
import { splitLine, type TypedLine } from "./line.ts";

/**
 * The first line is "FILES GLUE", then a candidate a line, a tab, and what it means.
 * `line TEXT`: the command line up to the cursor, as it is typed; `words WORD… CURRENT`: without quotes already.
 * What cannot be read, checked or understood gives no candidates; nothing of a script runs.
 */
export async function completionText(
  [form, ...rest]: readonly string[],
  commands: readonly CliCommand[],
): Promise<string> {
  const typed: TypedLine =
    form === "line" ? splitLine(rest[0] ?? "") : { words: rest.slice(0, -1), current: rest.at(-1) ?? "" };
  let found: Candidates = nothing;
  try {
    found = await candidatesFor(typed, commands);
  } catch {
    // A message in the midst of what somebody types would be worse than no help.
  }
  const lines = found.words
    .filter(([word]) => word.startsWith(typed.current))
    .map(([word, says]) => `${oneLine(word)}\t${oneLine(says)}`);
  return [`${found.files} ${found.glue}`, ...lines, ""].join("\n");
}

function oneLine(text: string): string {
  return text.replace(/[\x00-\x1f\x7f]+/g, " ");
}
