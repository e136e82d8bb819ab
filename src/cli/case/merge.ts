/** `dscript case merge`: what two people made of one case, put together; by hand, or as git's merge driver. */

import { codecNamed, codecOf, editYaml, mergeCases, mergeText, writeCase } from "../../assurance/index.ts";
import { exitCode, loadCase } from "../../engine/index.ts";
import { writeDrawing } from "../diagram/write.ts";
import { language, tell } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { type ColorChoice, show, styleFor, write } from "../terminal.ts";
import { noneBeside, readOrSay } from "./load.ts";

/** Exits with 1 where the two do not go together everywhere: ours stays there, and each place is told. */
export async function mergeFiles(options: ParsedOptions, names: readonly string[]): Promise<number> {
  const [first = "", second = "", third = ""] = names;
  // A module without a name has the same one in all three: git gives its driver files of any name.
  const choice = { saysWarnings: false, called: second };
  const ours = readOrSay(second, options, choice);
  if (typeof ours === "number") return ours;
  const theirs = readOrSay(third, options, choice);
  if (typeof theirs === "number") return theirs;
  const base = isBlank(first) ? undefined : readOrSay(first, options, choice);
  if (typeof base === "number") return base;
  const merged = mergeCases({
    base: base?.reading.file.case ?? noneBeside(ours.reading.file.case),
    ours: ours.reading.file.case,
    theirs: theirs.reading.file.case,
  });
  const output = options.value("output");
  const isShown = output === undefined || output === "-";
  const asked = isShown ? (options.has("json") ? codecNamed("json") : undefined) : codecOf(output);
  const codec = asked ?? ours.codec;
  const isEdit = codec.name === "yaml" && ours.codec.name === "yaml";
  // What ours wrote around its nodes stays.
  const text = isEdit
    ? editYaml(ours.source.text, ours.reading.file.case.module.name, merged.case)
    : writeCase({ case: merged.case, revisions: [] }, codec).text;
  if (options.has("json")) write(2, `${JSON.stringify({ conflicts: merged.conflicts, notes: merged.notes })}\n`);
  else {
    const paint = styleFor(options.value("color") as ColorChoice | undefined, 2);
    show(2, mergeText(merged, { say: language().text, paint }));
    const count = merged.conflicts.length;
    if (count > 0)
      tell(`dscript: ${count} ${count === 1 ? "place does" : "places do"} not go together; ours stays there\n`);
  }
  const code = await writeDrawing(isShown ? undefined : output, text);
  if (code !== exitCode.ok) return code;
  return merged.conflicts.length === 0 ? exitCode.ok : exitCode.answerFalse;
}

/** What git hands over where both sides made the file anew. */
function isBlank(name: string): boolean {
  const loaded = loadCase(name);
  return !("problem" in loaded) && loaded.source.text.trim() === "";
}
