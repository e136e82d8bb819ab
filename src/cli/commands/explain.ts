/** `dscript explain`: the page of a diagnostic, with an example and the way out. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isDiagnosticCode, nearest } from "../../diagnostics/index.ts";
import { exitCode } from "../../engine/index.ts";
import type { CliCommand } from "../command.ts";
import { language, tell } from "../language.ts";
import { packageFolder } from "../package-folder.ts";
import { languageOption } from "../shared-options.ts";
import { write } from "../terminal.ts";

export const explainCommand: CliCommand = {
  name: "explain",
  operands: "CODE",
  summary: "say what a code means, with an example and the fix",
  about: ["Codes stand at the head of each message of `dscript check`. Without a code, all of them are listed."],
  options: [languageOption],
  examples: [["dscript explain DS2001", "what `DS2001` means and what to do"]],
  stopsAtOperand: false,
  async run(_options, operands) {
    const folder = join(packageFolder(), "docs", "diagnostics");
    const codes = codesIn(folder);
    const [asked] = operands;
    const japanese = language().name === "ja" ? await import("../../japanese/index.ts") : undefined;
    if (asked === undefined) {
      for (const code of codes) {
        const title = isDiagnosticCode(code) ? japanese?.japaneseTitle(code) : undefined;
        write(1, `${code}  ${title ?? titleOf(join(folder, `${code}.md`))}\n`);
      }
      return exitCode.ok;
    }
    const code = asked.toUpperCase();
    if (!codes.includes(code)) {
      const meant = nearest(code, codes);
      const next = meant === undefined ? "dscript explain lists all codes" : `did you mean ${meant}?`;
      tell(2, `dscript: there is no code ${asked}\n  ${next}\n`);
      return exitCode.usage;
    }
    if (japanese !== undefined && isDiagnosticCode(code)) write(1, japanese.japanesePage(code));
    write(1, readFileSync(join(folder, `${code}.md`), "utf8"));
    return exitCode.ok;
  },
};

function codesIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((file) => /^DS\d{4}\.md$/.test(file))
    .map((file) => file.slice(0, -3))
    .sort();
}

/** The first heading, without its code. */
function titleOf(page: string): string {
  const heading = readFileSync(page, "utf8").split("\n", 1)[0] ?? "";
  return heading.replace(/^#\s*(DS\d{4}[:.]?\s*)?/, "");
}
