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

  it("has a corpus case for each code", () => {
    const golden = textsUnder(join(root, "test")).join("\n");
    expect(codes.filter((code) => !golden.includes(code))).toEqual([]);
  });
});

/** Golden files: what a case of the corpus is expected to say. */
function textsUnder(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return textsUnder(path);
    return /\.(txt|out|md)$/.test(name) ? [readFileSync(path, "utf8")] : [];
  });
}
