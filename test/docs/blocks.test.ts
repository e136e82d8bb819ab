// Every block of D-Script in the documents checks; the pages of diagnostics show what they say.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { check } from "../../src/checker/index.ts";
import { shippedCommands } from "../../src/commands/index.ts";
import { renderDiagnostic } from "../../src/diagnostics/index.ts";
import { parse } from "../../src/syntax/index.ts";
import { createSource } from "../../src/text/index.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const documents = ["README.md", ...filesIn("docs/language"), ...filesIn("docs/guide")];

describe("blocks of D-Script in the documents", () => {
  for (const document of documents)
    for (const [index, block] of blocksOf(document).entries())
      it(`${document}, block ${index + 1} checks`, () => {
        const errors = diagnosticsOf(block).filter((item) => item.severity === "error");
        expect(errors.map((item) => renderDiagnostic(item)).join("\n")).toBe("");
      });
});

/** The Markdown files of a folder, where it is there. */
function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(join(root, folder))
      .filter((name) => name.endsWith(".md"))
      .map((name) => `${folder}/${name}`);
  } catch {
    return [];
  }
}

function blocksOf(document: string): readonly string[] {
  const text = readFileSync(join(root, document), "utf8");
  return [...text.matchAll(/^```dscript\n(.*?)^```$/gms)].map((match) => match[1] ?? "");
}

function diagnosticsOf(text: string) {
  const source = createSource("block.dscript", text);
  const { script, diagnostics } = parse(source);
  const checked = check({
    files: [{ source, script, imports: new Map() }],
    commands: shippedCommands,
    hasCommand: () => true,
    commandNames: () => [],
  });
  return [...diagnostics, ...checked.diagnostics];
}
