// Each diagnostic code has one entry, one page, and a case in the corpus that produces it.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { catalogue } from "../../src/diagnostics/index.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const codes = Object.keys(catalogue).sort();
const pages = readdirSync(join(root, "docs/diagnostics")).filter((name) => /^DS\d{4}\.md$/.test(name));

describe("the catalogue of diagnostics", () => {
  it("has a page for each code, and no page without a code", () => {
    expect(pages.map((page) => page.slice(0, -3)).sort()).toEqual(codes);
  });

  it("gives each page its code and title as heading", () => {
    for (const page of pages) {
      const heading = readFileSync(join(root, "docs/diagnostics", page), "utf8").split("\n", 1)[0] ?? "";
      expect(heading).toMatch(new RegExp(`^# ${page.slice(0, -3)}: \\S`));
    }
  });

  it("lists each code with its title in docs/diagnostics/README.md", async () => {
    await expect(overview()).toMatchFileSnapshot(join(root, "docs/diagnostics/README.md"));
  });

  it("has a corpus case for each code", () => {
    const golden = textsUnder(join(root, "test")).join("\n");
    expect(codes.filter((code) => !golden.includes(code))).toEqual([]);
  });
});

const ranges: Readonly<Record<string, string>> = {
  DS10: "Characters, strings, numbers, nesting",
  DS11: "Commands",
  DS12: "Statements and expressions",
  DS13: "Syntax of one's own",
  DS19: "Files",
  DS20: "Names",
  DS21: "Types and values",
  DS22: "Calls and members",
  DS23: "Functions, jumps, faults",
  DS24: "Classes, casts, annotations",
  DS25: "Commands, checked",
  DS30: "The D-Case",
  DS70: "Advice",
};

/** The page that lists all codes. */
function overview(): string {
  const lines = [
    "# Diagnostics",
    "",
    "What is said of a script before it runs.",
    "`dscript explain CODE` shows a page in the terminal.",
    "A code is stable: its message may change, its meaning does not.",
    "A number that is missing here was that of a diagnostic that is gone, or of none; it is not given again.",
    "`DS1` is syntax and files, `DS2` names, types and commands, `DS3` the D-Case, `DS7` advice: a script with nothing but advice runs.",
    "This page is written by its test (`npx vitest run test/diagnostics -u`).",
  ];
  for (const [range, title] of Object.entries(ranges)) {
    lines.push("", `## ${range}xx: ${title}`, "");
    for (const [code, entry] of Object.entries(catalogue).sort(([a], [b]) => (a < b ? -1 : 1)))
      if (code.startsWith(range)) lines.push(`- [${code}](${code}.md): ${entry.title}`);
  }
  const listed = lines.filter((line) => line.startsWith("- [")).length;
  if (listed !== codes.length) lines.push("", `${codes.length - listed} codes stand in no range of this page`);
  return `${lines.join("\n")}\n`;
}

/** Golden files: what a case of the corpus is expected to say. */
function textsUnder(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return textsUnder(path);
    return /\.(txt|out|md)$/.test(name) ? [readFileSync(path, "utf8")] : [];
  });
}
