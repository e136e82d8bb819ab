/** What is said of syntax of one's own, of packages and of modules: at the place in the user's text that is wrong. */

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { check } from "../../src/checker/index.ts";
import { shippedCommands } from "../../src/commands/index.ts";
import { DiagnosticList, renderDiagnostic } from "../../src/diagnostics/index.ts";
import { loadScript } from "../../src/engine/load.ts";

const corpus = fileURLToPath(new URL("../corpus/extensions/", import.meta.url));
const cases = readdirSync(corpus).filter((name) => /^DS\d{4}\.dscript$/.test(name));
const ranges = new Map([["versioned", "^2.0.0"]]);

describe("each mistake with syntax, packages and modules", () => {
  for (const name of cases)
    it(name, async () => {
      const code = name.slice(0, 6);
      const loaded = await loadScript(join(corpus, name), code === "DS1905" ? ranges : new Map());
      if ("problem" in loaded) throw new Error(loaded.problem);
      const checked = check({ files: loaded.files, commands: shippedCommands, hasCommand: () => true });
      const list = new DiagnosticList();
      for (const each of [...loaded.diagnostics, ...checked.diagnostics]) list.add(each);
      const found = list.sorted();
      expect(new Set(found.map((each) => each.code))).toEqual(new Set([code]));
      const text = found.map((each) => renderDiagnostic(each)).join("\n");
      // Where the project lies, and whose it is, are no part of what is expected.
      const shown = text
        .replaceAll(corpus.slice(0, -1), "CORPUS")
        .replace(/was looked for in .*/g, "was looked for in …");
      await expect(shown).toMatchFileSnapshot(join(corpus, `${code}.txt`));
    });
});
