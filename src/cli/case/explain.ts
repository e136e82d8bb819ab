/** `dscript case explain`: the page of a rule. */

import { allRules, familyTitles, rulePage } from "../../assurance/index.ts";
import { nearest } from "../../diagnostics/index.ts";
import { exitCode } from "../../engine/index.ts";
import { language, tell } from "../language.ts";
import { write } from "../terminal.ts";

export async function explainRules(words: readonly string[]): Promise<number> {
  const say = language().text;
  if (words.length === 0) {
    for (const { id, title } of allRules) write(1, `${id}  ${say(title)}\n`);
    return exitCode.ok;
  }
  let code: number = exitCode.ok;
  const pages: string[] = [];
  for (const word of words) {
    const wanted = word.toUpperCase();
    const found = allRules.filter(({ id }) => id === wanted || id.startsWith(`${wanted}-`));
    if (found.length === 0) {
      const near = nearest(wanted, [...allRules.map(({ id }) => id), ...Object.keys(familyTitles)]);
      tell(
        `dscript: there is no rule ${word}\n  ${near === undefined ? "dscript case explain lists all rules" : `did you mean ${near}?`}\n`,
      );
      code = exitCode.usage;
    }
    pages.push(...found.map((rule) => rulePage(rule, { say })));
  }
  if (code === exitCode.ok) write(1, `${pages.join("\n\n")}\n`);
  return code;
}
