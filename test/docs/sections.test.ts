// Every numbered section of the language has its cases, and each of them is there.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readPage } from "../cli/page.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const language = `${root}docs/language/`;
const readText = (name: string): string => readFileSync(language + name, "utf8");
const documents = readdirSync(language)
  .filter((name) => /^\d+-.*\.md$/.test(name))
  .toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
const sections = documents.flatMap((name) => sectionsOf(readText(name), name));
const rows = new Map(
  [...readText("cases.md").matchAll(/^\| (\d+\.\d+) \| (.*) \|$/gm)].map(([, number = "", cell = ""]) => [
    number,
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name),
  ]),
);

interface Section {
  readonly number: string;
  readonly text: string;
  /** Blocks of tests are run without an output below them. */
  readonly isOfTests: boolean;
}

/** The sections of a document, by the numbers of its chapter at the beginning of their first lines. */
function sectionsOf(text: string, document: string): readonly Section[] {
  const chapter = document.slice(0, document.indexOf("-"));
  const starts = [...text.matchAll(new RegExp(`^(?:## )?(${chapter}\\.\\d+) (?=\\S)`, "gm"))];
  return starts.map((start, at) => ({
    number: start[1] ?? "",
    text: text.slice(start.index, starts[at + 1]?.index),
    isOfTests: document.startsWith("8-"),
  }));
}

function isThere(name: string, { text, isOfTests }: Section): boolean {
  if (name === "block")
    return (isOfTests ? /^```dscript$/m : /^```dscript\n(?:(?!```).*\n)*```\n```text output$/m).test(text);
  const [, page, title = ""] = /^([\w-]+\.md): (.+)$/.exec(name) ?? [];
  if (page !== undefined) {
    const played = readPage(`${root}test/cli/pages/${page}`).filter(({ commands }) => commands.length > 0);
    return played.some((section) => section.title.startsWith(title) && !/^\w/.test(section.title.slice(title.length)));
  }
  if (name.endsWith(".test.ts")) return existsSync(`${root}test/${name}`);
  return [".dscript", "/main.dscript"].some((ending) => existsSync(`${root}test/corpus/${name}${ending}`));
}

describe("the sections of the language", () => {
  it("are numbered without gaps", () => {
    expect(sections.length).toBeGreaterThan(75);
    for (const [at, { number }] of sections.entries()) {
      const [chapter, last] = number.split(".").map(Number);
      const before = sections[at - 1]?.number.split(".").map(Number) ?? [0, 0];
      const isNext = chapter === before[0] ? last === (before[1] ?? 0) + 1 : last === 1;
      expect(isNext, number).toBe(true);
    }
  });

  it("are all listed with their cases, in order", () => {
    expect([...rows.keys()]).toEqual(sections.map(({ number }) => number));
  });

  for (const section of sections)
    it(`${section.number} has cases that are there`, () => {
      const names = rows.get(section.number) ?? [];
      expect(names.length).toBeGreaterThan(0);
      expect(names.filter((name) => !isThere(name, section))).toEqual([]);
    });

  it("name their own blocks", () => {
    const silent = sections.filter(
      (each) => isThere("block", each) && rows.get(each.number)?.includes("block") !== true,
    );
    expect(silent.map(({ number }) => number)).toEqual([]);
  });
});
