// The page of the gate has every code with its step and its words, and `dscript explain` the same ones.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { reasonRows } from "../../src/consent/index.ts";
import { explanationOf, gateCodes } from "../../src/gate/index.ts";
import { policyKeysAt } from "../../src/gate/policy/schema.ts";
import { japanese } from "../../src/japanese/index.ts";

const page = readFileSync(fileURLToPath(new URL("../../docs/agreement/gate.md", import.meta.url)), "utf8");

test("the page's table is that of the reasons", () => {
  const rows = page.split("\n").filter((line) => /^\| \d+ \| DS\d{4} \|/.test(line));
  const expected = Object.entries(reasonRows)
    .sort(([a, one], [b, other]) => one.step - other.step || (a < b ? -1 : 1))
    .map(([code, { step, title, help }]) => `| ${step} | ${code} | ${title} | ${help} |`);
  expect(rows).toEqual(expected);
});

test("the page's tables have every key of a policy", () => {
  const nested = ["roots", "log", "environment"];
  const keys = policyKeysAt([]).flatMap((key) =>
    nested.includes(key) ? policyKeysAt([key]).map((inner) => `${key}.${inner}`) : [key],
  );
  expect(keys.filter((key) => !page.includes(`\n| \`${key}\` |`))).toEqual([]);
  expect(policyKeysAt(["tiers", "T1"]).filter((key) => !page.includes(`\n| \`${key}\` |`))).toEqual([]);
  expect(policyKeysAt(["break_glass"]).filter((key) => !page.includes(`\`${key}\``))).toEqual([]);
});

test.each(gateCodes)("%s is explained, in Japanese, too", (code) => {
  const { title, where, help } = explanationOf(code) ?? { title: "", where: "", help: "" };
  for (const text of [title, where, help]) expect(japanese.text(text)).not.toBe(text);
});

test("what is no code of the gate has no explanation", () => {
  expect(explanationOf("DS2001")).toBeUndefined();
  expect(explanationOf("toString")).toBeUndefined();
});
