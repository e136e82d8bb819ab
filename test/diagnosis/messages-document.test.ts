/** docs/language/known-messages.md shows the rows of messages as they are; `vitest -u` writes them anew. */

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { type MessageRule, messageFamilies } from "../../src/diagnosis/index.ts";
import { meanings } from "../../src/diagnosis/rules/messages/meanings.ts";
import { faultClasses } from "../../src/records/index.ts";

const page = fileURLToPath(new URL("../../docs/language/known-messages.md", import.meta.url));
const marker = "<!-- from here on written by test/diagnosis/messages-document.test.ts: vitest -u -->\n";

it("shows every row of messages in its document", async () => {
  const [preface] = readFileSync(page, "utf8").split(marker);
  const families = messageFamilies.map(([title, rows]) => [title, rows()] as const);
  const all = families.flatMap(([, rows]) => rows);
  const programs = new Set(all.flatMap((rule) => rule.for ?? []));
  const texts = all.flatMap((rule) => [...(rule.texts ?? []), ...(rule.pattern === undefined ? [] : [rule.pattern])]);
  const counts = `\n${all.length} rows with ${texts.length} texts and patterns; ${programs.size} programs have rows of their own.\n`;
  const tables = families.map(([title, rows]) => `\n### ${title}\n\n${table(rows)}`);
  await expect(
    `${preface}${marker}${counts}\n## Meanings\n\n${meaningTable()}\n## Rows\n${tables.join("")}`,
  ).toMatchFileSnapshot(page);
});

function meaningTable(): string {
  const head = "| meaning | says | System | Software | User | External | about |\n|---|---|---|---|---|---|---|\n";
  const rows = Object.entries(meanings).map(([name, meaning]) => {
    const { weights, says, topic }: Pick<MessageRule, "weights" | "says" | "topic"> = meaning;
    const cells = faultClasses.map((each) => weights[each] ?? "");
    return `| ${words(name)} | ${says} | ${cells.join(" | ")} | ${topic ?? ""} |\n`;
  });
  return head + rows.join("");
}

/** Rows of one set of programs stand together, as they do in the source. */
function table(rows: readonly MessageRule[]): string {
  const parts: string[] = [];
  let last: string | undefined;
  for (const rule of rows) {
    const group = `${rule.for?.join(" ") ?? ""}|${rule.source}|${rule.strength ?? ""}`;
    if (group !== last) {
      const who = rule.for === undefined ? "Any program" : code(rule.for.join(" "));
      const how = rule.strength === undefined ? "" : ` (${rule.strength})`;
      parts.push(
        `${last === undefined ? "" : "\n"}${who}${how}; source: ${rule.source}\n\n| row | means | such as |\n|---|---|---|\n`,
      );
    }
    last = group;
    parts.push(`| ${rule.id.replace("message.", "")} | ${meaningOf(rule)} | ${code(shown(rule.example ?? ""))} |\n`);
  }
  return parts.join("");
}

function meaningOf(rule: MessageRule): string {
  return rule.errno ?? (rule.key ?? "").replace("means.", "").replaceAll("-", " ");
}

function words(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function shown(example: string): string {
  const line = example.split("\n").at(-1)?.trim() ?? "";
  return line.length > 110 ? `${line.slice(0, 107)}…` : line;
}

/** In a table a pipe would end the cell, and a backtick the code. */
function code(text: string): string {
  return `\`${text.replaceAll("|", "\\|").replaceAll("`", "'")}\``;
}
