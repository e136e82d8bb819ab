// The pages of all diagnostics: what a page shows as wrong is said to be so, by its code alone, and what it shows as right is.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { check } from "../../src/checker/index.ts";
import { shippedCommands } from "../../src/commands/index.ts";
import {
  catalogue,
  type Diagnostic,
  DiagnosticList,
  isDiagnosticCode,
  renderDiagnostic,
} from "../../src/diagnostics/index.ts";
import { checkConfig } from "../../src/engine/config-file.ts";
import { loadScript } from "../../src/engine/load.ts";
import { encodeUtf8 } from "../../src/text/index.ts";
import { argumentOf } from "../argument-view.ts";

const pages = fileURLToPath(new URL("../../docs/diagnostics/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "dscript-pages-"));
const tools =
  'const LIMIT = 3\nint count = 0\nvoid clean(String what) { rm -rf -- ${what} }\nvoid _hidden() { echo x }\n@Restricted("all is lost")\nvoid wipe() { echo x }\n';

/** What the pages' scripts import, beside them. */
const others: Readonly<Record<string, string>> = {
  "tools.dscript": tools,
  "lib/tools.dscript": tools,
  "lib/my-tools.dscript": tools,
  "names.dscript": tools,
  "log.dscript": 'import "page.dscript" as page\n',
};

for (const [name, text] of Object.entries(others)) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the page of", () => {
  for (const name of readdirSync(pages).filter((each) => /^DS\d+\.md$/.test(each)))
    it(name.slice(0, -3), async () => {
      const code = name.slice(0, -3);
      const page = readFileSync(join(pages, name), "utf8");
      expect(page.split("\n", 1)[0]).toBe(`# ${code}: ${isDiagnosticCode(code) ? catalogue[code].title : ""}`);
      const scripts = scriptsOf(code, page);
      // Without its definition the one script of this page is right.
      expect(new Set(scripts.map(({ isWrong }) => isWrong)).size).toBe(code === "DS2017" ? 1 : 2);
      const defines = new Map(code === "DS2017" ? [["KEEP", "many"]] : []);
      for (const script of scripts) {
        const said = await found(script, script.isWrong ? defines : new Map());
        if (script.isWrong) expect(new Set(said.map((each) => each.code))).toEqual(new Set([code]));
        else expect(said.map((each) => renderDiagnostic(each))).toEqual([]);
      }
    });
});

interface Shown {
  readonly text: string;
  readonly isWrong: boolean;
  /** What the page shows ahead of it lies beside it: texts by the names of their files. */
  readonly beside: ReadonlyMap<string, string>;
}

/** The scripts of a page: one that does not read is marked, of the others the first is wrong. */
function scriptsOf(code: string, page: string): readonly Shown[] {
  const scripts: Shown[] = [];
  const beside = new Map<string, string>();
  for (const [, language, mark, text = ""] of page.matchAll(/```(dscript|js|yaml)(?: (\S+))?\n(.*?)```/gs)) {
    if (language !== "dscript") beside.set(mark ?? "", text);
    else {
      const isWrong = mark === "bad" || (!code.startsWith("DS1") && scripts.length === 0);
      scripts.push({ text, isWrong, beside: new Map(beside) });
    }
  }
  return scripts;
}

/** All that is said of a script that lies beside the others. */
async function found({ text, beside }: Shown, defines: ReadonlyMap<string, string>): Promise<readonly Diagnostic[]> {
  const path = join(folder, "page.dscript");
  for (const [name, other] of beside) writeFileSync(join(folder, name), other);
  writeFileSync(path, encodeUtf8(expand(text)));
  const config = checkConfig("dscript.yaml", encodeUtf8(beside.get("dscript.yaml") ?? ""));
  const loaded = await loadScript(path, config.ok ? config.config.packages : undefined);
  if ("problem" in loaded) throw new Error(loaded.problem);
  const argument = [...beside].find(([name]) => name.endsWith(".dcase.yaml"));
  const hasCommand = (name: string): boolean => shippedCommands.has(name);
  const checked = check({
    files: loaded.files,
    commands: shippedCommands,
    defines,
    hasCommand,
    roles: ["operator", "teacher"],
    ...(argument === undefined ? {} : { argument: argumentOf(argument[1], argument[0]) }),
  });
  const list = new DiagnosticList();
  for (const each of [...loaded.diagnostics, ...checked.diagnostics]) list.add(each);
  return list.sorted();
}

/** Pages write what cannot be printed as ⟨U+202E⟩, a byte as ⟨byte fc⟩, and what is long as ⟨300 × (⟩. */
function expand(text: string): string {
  return text
    .replace(/⟨U\+([0-9A-F]{4})⟩/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/⟨byte ([0-9a-f]{2})⟩/g, (_, byte) => String.fromCharCode(0xdc00 + Number.parseInt(byte, 16)))
    .replace(/⟨(\d+) × ([^⟩]+)⟩/g, (_, times, piece) => String(piece).repeat(Number(times)));
}
