/** `dscript case convert`: a case in another format, and what that format cannot hold. */

import { codecNamed, codecOf, longestCase, writeCase } from "../../assurance/index.ts";
import { exitCode } from "../../engine/index.ts";
import { writeDrawing } from "../diagram/write.ts";
import { language, refuseWords, tell } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { formatNames, readOrSay } from "./load.ts";

/** Losses that are told one by one. */
const mostTold = 20;

export async function convertCase(options: ParsedOptions, [name = ""]: readonly string[]): Promise<number> {
  const output = options.value("output");
  const to = options.value("to");
  const codec = to === undefined ? codecOf(output ?? "") : codecNamed(to);
  if (codec === undefined)
    return refuseWords(
      output === undefined ? "convert needs to know the format" : `the name ${output} does not say the format`,
      `add --to with one of ${formatNames.join(", ")}`,
    );
  const found = readOrSay(name, options);
  if (typeof found === "number") return found;
  const { text, lost } = writeCase(found.reading.file, codec, output);
  const code = await writeDrawing(output === "-" ? undefined : output, text);
  if (code !== exitCode.ok) return code;
  if (Buffer.byteLength(text) > longestCase)
    tell(`dscript: what was written has more than ${longestCase / 2 ** 20} MB, and is not read again\n`);
  for (const { label, what } of lost.slice(0, mostTold))
    tell(
      `dscript: ${codec.name} has no place for ${language().text(what)}${label === undefined ? "" : ` (${label})`}\n`,
    );
  if (lost.length > mostTold) tell(`dscript: ${codec.name} has no place for ${lost.length - mostTold} more\n`);
  return options.has("strict") && lost.length > 0 ? exitCode.refused : exitCode.ok;
}
