// The words of a D-Case are the same everywhere: docs/language/glossary.md has the choice.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const files = (folder: string, pattern: RegExp): readonly string[] =>
  readdirSync(`${root}${folder}`)
    .filter((name) => pattern.test(name))
    .map((name) => `${folder}/${name}`);
const texts = [
  ...files("src/japanese/phrases", /\.ts$/),
  ...files("src/japanese/diagnostics", /\.ts$/),
  ...files("patterns", /\.yaml$/),
  "examples/aspen/aspen.dcase.yaml",
  "README.ja.md",
];

/** What is not said, by what is said in its place. */
const others: readonly (readonly [term: string, other: RegExp])[] = [
  ["戦略", /ストラテジ/],
  ["前提", /コンテ[キク]スト/],
  // What a restart would remove is no evidence of a D-Case.
  ["エビデンス", /証拠(?!は残らない)/],
  ["反論ゴール", /反論のゴール|反ゴール|対抗ゴール/],
  ["反証", /反論の(?:証拠|エビデンス)/],
  ["モニター", /モニタ(?!ー|リング)/],
];

test.each(others)("%s is said, and nothing else", (term, other) => {
  const lines = texts.flatMap((file) => readFileSync(`${root}${file}`, "utf8").split("\n"));
  expect(lines.some((line) => line.includes(term))).toBe(true);
  expect(lines.filter((line) => other.test(line))).toEqual([]);
});
