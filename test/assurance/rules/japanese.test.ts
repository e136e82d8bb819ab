// What the rules say, in Japanese: each rule's title and explanation, and each finding of the bad examples.
import { expect, test } from "vitest";
import { allRules, checkCases, profileNames, ruleOf, rulePage } from "../../../src/assurance/index.ts";
import { japanese } from "../../../src/japanese/index.ts";
import { holdsEnglish } from "../../japanese/texts-in-source.ts";
import { read } from "./made.ts";

const isJapanese = (text: string) => /[\u3041-\u9fff]/.test(japanese.text(text)) && !holdsEnglish(japanese.text(text));

test("a rule is called and explained in Japanese", () => {
  const texts = allRules.flatMap(({ title, explanation }) => [title, explanation]);
  expect(texts.filter((text) => !isJapanese(text))).toEqual([]);
});

test("a page of a rule is in Japanese but for its examples", () => {
  const rule = ruleOf("COR-01") ?? expect.unreachable();
  expect(rulePage(rule, { say: japanese.text }).split("\n```")[0]).toBe(`# COR-01: 2 つのノードが持つラベル

ラベルは、人と参照がノードを呼ぶ名前である。
同じラベルのノードは区別できない。

重さ: \`dcase\` error, \`gsn3\` error, \`gsn2x\` error, \`dcase-editor\` error, \`gate\` error。
gsn2x: C07.

破る例:
`);
});

test("a finding of an example is in Japanese, and so is its next step", () => {
  const checked = allRules.filter(({ check }) => check !== undefined);
  const found = checked.flatMap(({ bad }) =>
    profileNames.flatMap((profile) =>
      checkCases(read(bad) ?? [], {
        profile,
        today: "2027-01-01",
        roles: ["operator"],
        files: new Set(),
        also: ["COR-03", "DIA-09"],
      }),
    ),
  );
  expect(new Set(found.map(({ rule }) => rule)).size).toBeGreaterThan(65);
  const texts = new Set(found.flatMap(({ message, help = "" }) => [message, help]));
  expect([...texts].filter((text) => !isJapanese(text))).toEqual([]);
});
