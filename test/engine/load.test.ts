/** What is wrong with a script's files is said at the import, or at the byte, that is wrong. */

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type Diagnostic, renderDiagnostic } from "../../src/diagnostics/index.ts";
import { loadScript } from "../../src/engine/load.ts";

const corpus = fileURLToPath(new URL("../corpus/files/", import.meta.url));
const cases = ["DS1901-no-file.dscript", "DS1902-circle/main.dscript", "DS1903-latin1.dscript"];

describe("loading a script", () => {
  for (const script of cases)
    it(`reports ${script.slice(0, 6)} where it is`, async () => {
      const loaded = await loadScript(relative(process.cwd(), join(corpus, script)));
      if ("problem" in loaded) throw new Error(loaded.problem);
      await expect(shown(loaded.diagnostics)).toMatchFileSnapshot(join(corpus, script.replace(/\.dscript$/, ".txt")));
    });

  it("loads a file once that two others import", async () => {
    const folder = mkdtempSync(join(tmpdir(), "dscript-load-test-"));
    try {
      writeFileSync(join(folder, "main.dscript"), 'import "a.dscript"\nimport "b.dscript"\n');
      writeFileSync(join(folder, "a.dscript"), 'import "c.dscript"\n');
      writeFileSync(join(folder, "b.dscript"), 'import "./c.dscript" as other\n');
      writeFileSync(join(folder, "c.dscript"), "const N = 1\n");
      const loaded = await loadScript(join(folder, "main.dscript"));
      if ("problem" in loaded) throw new Error(loaded.problem);
      expect(loaded.diagnostics).toEqual([]);
      expect(loaded.files.map((file) => relative(folder, file.path)).sort()).toEqual([
        "a.dscript",
        "b.dscript",
        "c.dscript",
        "main.dscript",
      ]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("says of a script that is not there what to do", async () => {
    expect(await loadScript(join(corpus, "none.dscript"))).toMatchObject({
      next: "check the name and the folder you are in",
    });
  });
});

function shown(diagnostics: readonly Diagnostic[]): string {
  // Where the project lies is no part of what is expected.
  return `${diagnostics.map((one) => renderDiagnostic(one)).join("\n\n")}\n`.replaceAll(corpus, "CORPUS/");
}
