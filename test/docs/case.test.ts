// Every case in the documents can be read; what the page of the rules shows, its own test checks against its rule.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readCase } from "../../src/assurance/index.ts";

const folder = fileURLToPath(new URL("../../docs/case/", import.meta.url));

describe("cases in the documents", () => {
  for (const page of readdirSync(folder).filter((name) => name.endsWith(".md") && name !== "rules.md"))
    for (const [index, block] of blocksOf(page).entries())
      it(`docs/case/${page}, block ${index + 1} is a case`, () => {
        const reading = readCase(block, "block.dcase.yaml");
        expect(reading.ok ? reading.warnings : reading.errors).toEqual([]);
      });
});

function blocksOf(page: string): readonly string[] {
  const text = readFileSync(`${folder}${page}`, "utf8");
  return [...text.matchAll(/^```yaml\n(.*?)^```$/gms)].map((match) => match[1] ?? "");
}
