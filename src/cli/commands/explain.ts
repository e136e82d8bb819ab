/** `dscript explain`: the page of a diagnostic, with an example and the way out. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isDiagnosticCode, nearest } from "../../diagnostics/index.ts";
import { exitCode } from "../../engine/index.ts";
import { type Explanation, explanationOf, gateCodes } from "../../gate/index.ts";
import type { CliCommand } from "../command.ts";
import { language, tell } from "../language.ts";
import { packageFolder } from "../package-folder.ts";
import { languageOption } from "../shared-options.ts";
import { write } from "../terminal.ts";

export const explainCommand: CliCommand = {
  name: "explain",
  operands: "[CODE…]",
  summary: "say what a code means, with an example and the fix",
  about: [
    "Codes stand at the head of each message of `dscript check`, and of each reason of the gate. Without a code, all of them are listed.",
  ],
  options: [languageOption],
  examples: [["dscript explain DS2001", "what `DS2001` means and what to do"]],
  stopsAtOperand: false,
  completes: () => allCodes(pagesFolder()),
  async run(_options, operands) {
    const folder = pagesFolder();
    const codes = allCodes(folder);
    const japanese = language().name === "ja" ? await import("../../japanese/index.ts") : undefined;
    if (operands.length === 0) {
      for (const code of codes) {
        const title = isDiagnosticCode(code) ? japanese?.japaneseTitle(code) : undefined;
        const reason = explanationOf(code);
        const own = reason === undefined ? titleOf(join(folder, `${code}.md`)) : language().text(reason.title);
        write(1, `${code}  ${title ?? own}\n`);
      }
      return exitCode.ok;
    }
    const unknown = operands.filter((each) => !codes.includes(each.toUpperCase()));
    for (const each of unknown) {
      const meant = nearest(each.toUpperCase(), codes);
      const next = meant === undefined ? "dscript explain lists all codes" : `did you mean ${meant}?`;
      tell(`dscript: there is no code ${each}\n  ${next}\n`);
    }
    if (unknown.length > 0) return exitCode.usage;
    const pages = operands.map((each) => {
      const code = each.toUpperCase();
      const reason = explanationOf(code);
      if (reason !== undefined) return pageOf(code, reason);
      const ahead = isDiagnosticCode(code) ? (japanese?.japanesePage(code) ?? "") : "";
      return `${ahead}${readFileSync(join(folder, `${code}.md`), "utf8")}`;
    });
    write(1, pages.join("\n"));
    return exitCode.ok;
  },
};

function pagesFolder(): string {
  return join(packageFolder(), "docs", "diagnostics");
}

/** The gate's codes have no pages of their own: docs/agreement/gate.md has them all in their order. */
function pageOf(code: string, { title, where, help }: Explanation): string {
  const { text } = language();
  return `# ${code}: ${text(title)}\n\n${text(where)}\n\n${text("What to do:")} ${text(help)}\n\n${text("docs/agreement/gate.md has the whole procedure.")}\n`;
}

function allCodes(folder: string): readonly string[] {
  return [...codesIn(folder), ...gateCodes].sort();
}

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
