// The Japanese README says what the English one says: the same blocks of code, and a way from each to the other.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const read = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
const english = read("README.md");
const japanese = read("README.ja.md");

it("has the same blocks of code", () => {
  const blocks = (text: string): readonly string[] => text.match(/^```[\s\S]*?^```$/gm) ?? [];
  expect(blocks(english).length).toBeGreaterThan(2);
  expect(blocks(japanese)).toEqual(blocks(english));
});

it("has as many sections and points, and names the same files", () => {
  const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  for (const pattern of [/^## /gm, /^- \*\*/gm]) expect(count(japanese, pattern)).toBe(count(english, pattern));
  const links = (text: string): readonly string[] => [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, link = ""]) => link);
  for (const link of links(english)) if (link !== "README.ja.md") expect(links(japanese)).toContain(link);
});

it("is linked from the English one, and back", () => {
  expect(english).toContain("](README.ja.md)");
  expect(japanese).toContain("](README.md)");
});
