// The pages of the checker's diagnostics: the first script of a page shows its mistake, the second one has no error.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { check } from "../../src/checker/index.ts";
import { shippedCommands } from "../../src/commands/index.ts";
import type { Diagnostic } from "../../src/diagnostics/index.ts";
import { catalogue, isDiagnosticCode } from "../../src/diagnostics/index.ts";
import { type ImportStatement, parse } from "../../src/syntax/index.ts";
import { createSource } from "../../src/text/index.ts";

const folder = fileURLToPath(new URL("../../docs/diagnostics/", import.meta.url));
const codes = readdirSync(folder).flatMap((name) => /^(DS[27]\d+)\.md$/.exec(name)?.[1] ?? []);
const tools =
  "const LIMIT = 3\nint count = 0\nvoid clean(String what) { rm -rf -- ${what} }\nvoid _hidden() { echo x }\n";

/** Checks a page's script, whose imports all find the same small file. */
function diagnosticsOf(text: string, defines: ReadonlyMap<string, string>): readonly Diagnostic[] {
  const source = createSource("page.dscript", text);
  const other = createSource("tools.dscript", tools);
  const main = parse(source);
  const imports = new Map<ImportStatement, number>();
  for (const node of main.script.statements) if (node.kind === "import") imports.set(node, 1);
  const files = [
    { source, script: main.script, imports },
    { source: other, script: parse(other).script, imports: new Map() },
  ];
  const program = check({ files, commands: shippedCommands, defines, hasCommand: (name) => shippedCommands.has(name) });
  return [...main.diagnostics, ...program.diagnostics];
}

describe("pages", () => {
  test.each(codes)("%s shows its mistake and the fix", (code) => {
    const page = readFileSync(`${folder}${code}.md`, "utf8");
    expect(page.split("\n", 1)[0]).toBe(`# ${code}: ${isDiagnosticCode(code) ? catalogue[code].title : ""}`);
    const [bad = "", good] = [...page.matchAll(/```dscript\n([\s\S]*?)```/g)].map((match) => match[1] ?? "");
    const defines = new Map(code === "DS2017" ? [["KEEP", "many"]] : []);
    const found = diagnosticsOf(bad, defines).map((each) => each.code);
    expect(found.filter((each) => each === code || catalogue[each].severity === "error")).toEqual([code]);
    if (good !== undefined) expect(diagnosticsOf(good, new Map()).map((each) => each.message)).toEqual([]);
  });
});
