/** `dscript case stubs`: drafts a script from a case, or adds to one what it lacks. */

import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { stubsOf } from "../../assurance/index.ts";
import { exitCode } from "../../engine/index.ts";
import { codeOf } from "../../logs/index.ts";
import { language, refuseWords } from "../language.ts";
import type { OptionRow, ParsedOptions } from "../options.ts";
import { safe } from "../runs/words.ts";
import { show, write } from "../terminal.ts";
import { openCase, putText } from "./case-file.ts";
import { knownIn } from "./script-facts.ts";

export const stubsOptions: readonly OptionRow[] = [
  { name: "output", short: "o", value: "FILE", says: "scaffold, stubs: write to this file" },
];

/** Exit codes: 0; 64 words, or a file that cannot be read; 65 a case that holds no goal; 74 a file that cannot be written; 76 the script or the case has errors. */
export async function stubsCommand(options: ParsedOptions, operands: readonly string[]): Promise<number> {
  const [path, script, ...more] = operands;
  if (path === undefined || more.length > 0)
    return refuseWords(
      "stubs needs a case, and perhaps a script",
      "dscript case stubs NAME.dcase.yaml -o NAME.dscript",
    );
  const output = options.value("output");
  if (script !== undefined && output !== undefined)
    return refuseWords(
      "the script itself is added to, so that -o has no place",
      `dscript case stubs ${safe(path)} ${safe(script)}`,
    );
  if (output !== undefined && existsSync(output))
    return refuseWords(
      `${safe(output)} is there already`,
      `dscript case stubs ${safe(path)} ${safe(output)} adds what it lacks`,
    );
  const opened = openCase(path, options);
  if (typeof opened === "number") return opened;
  const known = script === undefined ? undefined : await knownIn(script);
  if (typeof known === "number") return known;
  const { text, added } = stubsOf(opened.case, known, language().text, language().name);
  if (added.length === 0 && known === undefined) {
    if (opened.case.nodes.some(({ type }) => type === "goal"))
      refuseWords(`${safe(path)} has no goal to begin with`, "dscript case check says what is wrong with it");
    else refuseWords(`${safe(path)} has no goal`, "begin with one: G1: { text: … }");
    return exitCode.nothingThere;
  }
  if (script !== undefined) return addTo(script, text, added);
  if (output === undefined) {
    write(1, text);
    return exitCode.ok;
  }
  if (!putText(output, text, true)) return exitCode.output;
  return said(output, added);
}

/** Nothing of the script is rewritten. */
function addTo(script: string, text: string, added: readonly string[]): number {
  if (text === "") return said(script, added);
  try {
    const before = readFileSync(script, "utf8");
    appendFileSync(script, `${before === "" || before.endsWith("\n") ? "" : "\n"}\n${text}`);
  } catch (thrown) {
    refuseWords(
      `${safe(script)} cannot be written: ${codeOf(thrown)}`,
      "name a file in a folder that is there, and yours",
    );
    return exitCode.output;
  }
  return said(script, added);
}

function said(file: string, added: readonly string[]): number {
  const { text } = language();
  if (added.length === 0) show(1, `${safe(file)}: ${text("it lacks nothing of the case")}\n`);
  else show(1, `${safe(file)}: ${text(`tasks, plans and tests that are new, marked TODO: ${added.length}`)}\n`);
  return exitCode.ok;
}
