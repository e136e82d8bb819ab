/** docs/language/commands.md shows the rows as they are; `vitest -u` writes them anew. */

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { rowsOf } from "../../src/commands/family.ts";
import type { Answers, CommandRow } from "../../src/commands/index.ts";
import { families } from "../../src/commands/rows/index.ts";

const page = fileURLToPath(new URL("../../docs/language/commands.md", import.meta.url));
const marker = "<!-- from here on written by test/commands/document.test.ts: vitest -u -->\n";

it("shows every row of the shipped table in its document", async () => {
  const [preface] = readFileSync(page, "utf8").split(marker);
  const tables = families.map(
    ([title, family]) => `\n### ${title}\n\n${family().package}\n\n${table(rowsOf(family()))}`,
  );
  await expect(`${preface}${marker}${tables.join("")}`).toMatchFileSnapshot(page);
});

function table(rows: readonly CommandRow[]): string {
  const head = "| program | effect | answers | options with a value | also | manual |\n|---|---|---|---|---|---|\n";
  return (
    head +
    rows
      .map(
        (row) =>
          `| ${code([row.name])} | ${effect(row)} | ${answers(row)} | ${code(row.valueOptions)} | ${also(row)} | ${row.source.split(",")[0]} |\n`,
      )
      .join("")
  );
}

function effect(row: CommandRow): string {
  if (row.effect !== "depends") return row.effect;
  const parts = [];
  if (row.changesWith !== undefined) parts.push(`changes with ${list(row.changesWith)}`);
  if (row.readsWith !== undefined) parts.push(`reads with ${list(row.readsWith)}`);
  return parts.join("; ");
}

function answers(row: CommandRow): string {
  const usages = row.answersWith?.map(([pattern, these]) => `${code([pattern])}: ${show(these)}`);
  return usages === undefined ? show(row.answers) : `${show(row.answers)} (${usages.join(", ")})`;
}

function show(these: Answers): string {
  return typeof these === "string" ? these : `${these[0]}..${these[1]}`;
}

function also(row: CommandRow): string {
  const parts = [];
  if (row.plain === true) parts.push("plain");
  if (row.network === true) parts.push("network");
  if (row.wraps !== undefined) parts.push("runs another command");
  if (row.readerGone !== undefined) parts.push(`reader gone: ${row.readerGone.join(", ")}`);
  for (const [status, { says }] of Object.entries(row.statuses ?? {})) parts.push(`${status}: ${says}`);
  return parts.join("; ");
}

function list(patterns: readonly string[]): string {
  return patterns.map((pattern) => code([pattern])).join(", ");
}

function code(texts: readonly string[] | undefined): string {
  return texts === undefined ? "" : `\`${texts.join(" ")}\``;
}
