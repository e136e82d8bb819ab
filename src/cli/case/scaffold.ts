/** `dscript case scaffold`: drafts a case from a script, or brings one up to it. */

import { existsSync } from "node:fs";
import { basename } from "node:path";
import { type Say, scaffold } from "../../assurance/index.ts";
import { exitCode } from "../../engine/index.ts";
import { language, refuseWords } from "../language.ts";
import type { OptionRow, ParsedOptions } from "../options.ts";
import { show, write } from "../terminal.ts";
import { caseText, type OpenCase, openCase, putText, tellOf } from "./case-file.ts";
import { factsOf } from "./script-facts.ts";

export const scaffoldOptions: readonly OptionRow[] = [
  {
    name: "into",
    value: "CASE",
    says: "scaffold: bring this case up to the script; nothing that people wrote is changed",
  },
  { name: "output", short: "o", value: "FILE", says: "scaffold, stubs: write to this file" },
];

/** Exit codes: 0; 64 words, or a file that cannot be read; 74 a file that cannot be written; 76 the script or the case has errors. */
export async function scaffoldCommand(options: ParsedOptions, operands: readonly string[]): Promise<number> {
  const [script, ...more] = operands;
  if (script === undefined || more.length > 0)
    return refuseWords("scaffold needs one script", "dscript case scaffold backup.dscript -o backup.dcase.yaml");
  if (isCaseName(script))
    return refuseWords(
      `${script} is a case: a draft is made of a script`,
      "dscript case stubs drafts a script from a case",
    );
  const asked = options.value("into");
  const into = asked === undefined ? undefined : openCase(asked, options, true);
  if (typeof into === "number") return into;
  const output = options.value("output") ?? asked;
  if (output !== undefined && output !== asked && existsSync(output))
    return refuseWords(`${output} is there already`, `--into ${output} brings it up to the script`);
  const facts = await factsOf(script);
  if (typeof facts === "number") return facts;
  const spoken = into?.case.module.language ?? language().name;
  const name = basename(script).replace(/\.dscript$/, "");
  const made = scaffold(facts, {
    name,
    language: spoken,
    say: await sayIn(spoken),
    ...(into === undefined ? {} : { into: into.case }),
  });
  for (const { message } of made.told) tellOf(into?.path ?? script, message);
  return put(made, output, into);
}

function put(
  { case: whole, added, changed }: ReturnType<typeof scaffold>,
  output: string | undefined,
  into: OpenCase | undefined,
): number {
  if (output === undefined) {
    write(1, caseText(whole, "x.dcase.yaml", undefined));
    return exitCode.ok;
  }
  if (!putText(output, caseText(whole, output, into), output !== into?.path)) return exitCode.output;
  const counts = `new nodes: ${added.length}, nodes that follow the script: ${changed.length}`;
  show(1, `${output}: ${language().text(counts)}\n`);
  return exitCode.ok;
}

/** A script may have any name, but not one that says otherwise. */
function isCaseName(name: string): boolean {
  return /\.(?:dcase|gsn)\.(?:ya?ml|json)$|\.(?:wgsn|dcase_model)$/i.test(name);
}

/** A case that is there keeps its language, whoever works on it. */
async function sayIn(name: string): Promise<Say> {
  if (name === language().name) return language().text;
  return /^ja\b/.test(name) ? (await import("../../japanese/index.ts")).japanese.text : (text) => text;
}
