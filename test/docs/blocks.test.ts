// Every block of D-Script in the documents checks, and writes the output that stands below it.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { check } from "../../src/checker/index.ts";
import { shippedCommands } from "../../src/commands/index.ts";
import { renderDiagnostic } from "../../src/diagnostics/index.ts";
import { loadScript } from "../../src/engine/load.ts";
import { argumentOf } from "../argument-view.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const documents = [
  "README.md",
  ...filesIn("docs/language"),
  ...filesIn("docs/guide"),
  ...["flow", "net", "steps"].map((name) => `packages/${name}/README.md`),
];

describe("blocks of D-Script in the documents", () => {
  for (const document of documents)
    for (const [index, block] of blocksOf(document).entries())
      it(`${document}, block ${index + 1} checks`, async () => {
        const name = document.endsWith("/8-tests.md") ? "block_test.dscript" : "block.dscript";
        const errors = (await diagnosticsOf(block, name, caseOf(document))).filter((item) => item.severity === "error");
        expect(errors.map((item) => renderDiagnostic(item)).join("\n")).toBe("");
      });
});

describe("blocks that show their output", () => {
  for (const document of documents)
    for (const [index, [script, output]] of shownBlocksOf(document).entries())
      it(`${document}, output ${index + 1} is what its block writes`, { timeout: 120_000 }, () => {
        expect(outcomeOf(script, { argument: caseOf(document) })).toEqual({ stdout: output, stderr: "", status: 0 });
      });
});

describe("tests in the documents", () => {
  for (const [index, block] of blocksOf("docs/language/8-tests.md").entries())
    it(`docs/language/8-tests.md, block ${index + 1} passes`, { timeout: 120_000 }, () => {
      const { stdout, stderr, status } = outcomeOf(block, { name: "block_test.dscript", words: ["test"] });
      expect({ stdout, stderr, status }).toMatchObject({ stderr: "", status: 0 });
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

/** The D-Case that a document's blocks have. */
function caseOf(document: string): string | undefined {
  const text = readFileSync(join(root, document), "utf8");
  return /^```yaml shop\.dcase\.yaml\n(.*?)^```$/ms.exec(text)?.[1];
}

/** Scripts with a block "text output" directly below them. */
function shownBlocksOf(document: string): readonly (readonly [script: string, output: string])[] {
  const text = readFileSync(join(root, document), "utf8");
  const pairs = text.matchAll(/^```dscript\n((?:(?!```).*\n)*)```\n```text output\n((?:(?!```).*\n)*)```$/gm);
  return [...pairs].map(([, script = "", output = ""]) => [script, output]);
}

interface Started {
  readonly name: string;
  readonly words: readonly string[];
  readonly argument: string | undefined;
}

/** Runs a script in a folder of its own. */
function outcomeOf(
  script: string,
  { name = "block.dscript", words = ["run", "block.dscript"], argument }: Partial<Started> = {},
) {
  const folder = mkdtempSync(join(tmpdir(), "dscript-docs-"));
  try {
    writeFileSync(join(folder, name), script);
    if (argument !== undefined) {
      writeFileSync(join(folder, "shop.dcase.yaml"), argument);
      writeFileSync(join(folder, "dscript.yaml"), "case: shop.dcase.yaml\n");
    }
    const { stdout, stderr, status } = spawnSync(join(root, "dscript"), [...words], {
      cwd: folder,
      encoding: "utf8",
      timeout: 100_000,
      env: { PATH: process.env["PATH"], HOME: folder, XDG_STATE_HOME: join(folder, ".state"), LC_ALL: "C" },
    });
    return { stdout, stderr, status };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function diagnosticsOf(text: string, name: string, argument: string | undefined) {
  const folder = mkdtempSync(join(tmpdir(), "dscript-docs-"));
  try {
    const path = join(folder, name);
    writeFileSync(path, text);
    const loaded = await loadScript(path);
    if ("problem" in loaded) throw new Error(loaded.problem);
    const { files, diagnostics } = loaded;
    const checked = check({
      files,
      commands: shippedCommands,
      hasCommand: () => true,
      commandNames: () => [],
      ...(argument === undefined ? {} : { argument: argumentOf(argument, "shop.dcase.yaml") }),
    });
    return [...diagnostics, ...checked.diagnostics];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
