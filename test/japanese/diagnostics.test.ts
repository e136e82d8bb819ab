// Each diagnostic of the corpus in Japanese: no English words are left, and the widths fit.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { check } from "../../src/checker/index.ts";
import { shippedCommands } from "../../src/commands/index.ts";
import {
  catalogue,
  type Diagnostic,
  type DiagnosticCode,
  diagnose,
  renderDiagnostic,
} from "../../src/diagnostics/index.ts";
import { loadScript } from "../../src/engine/load.ts";
import { japanese, japanesePage, japaneseTitle } from "../../src/japanese/index.ts";
import { parse } from "../../src/syntax/index.ts";
import { createSource, decodeUtf8, displayWidth } from "../../src/text/index.ts";
import { argumentOf } from "../argument-view.ts";
import { checkFile } from "../checker/checked.ts";
import { holdsEnglish } from "./texts-in-source.ts";

const corpus = fileURLToPath(new URL("../corpus/", import.meta.url));
const codes = Object.keys(catalogue) as readonly DiagnosticCode[];

function scriptsIn(folder: string): readonly string[] {
  return readdirSync(`${corpus}${folder}`, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".dscript"))
    .map((name) => `${corpus}${folder}/${name}`);
}

const ofSyntax = scriptsIn("syntax").flatMap(
  (path) => parse(createSource("case", decodeUtf8(readFileSync(path)))).diagnostics,
);
const ofChecker = scriptsIn("check").flatMap((path) => {
  const text = readFileSync(path, "utf8");
  const [, given = ""] = /^# defines: (.*)$/m.exec(text) ?? [];
  const [, argument] = /^# case: (.*)$/m.exec(text) ?? [];
  const defines = new Map(
    given.split(" ").map((each) => [each.replace(/=.*/, ""), each.replace(/^[^=]*=/, "")] as const),
  );
  return checkFile(path, {
    ...(given === "" ? {} : { defines }),
    ...(argument === undefined
      ? {}
      : { argument: argumentOf(readFileSync(`${corpus}check/${argument}`, "utf8"), argument) }),
    hasCommand: (name) => shippedCommands.has(name),
    commandNames: () => shippedCommands.rows.map((row) => row.name),
  }).diagnostics;
});
const ofExtensions: Diagnostic[] = [];
for (const path of scriptsIn("extensions").filter((each) => /DS\d{4}\.dscript$/.test(each))) {
  const loaded = await loadScript(path, new Map(path.endsWith("DS1905.dscript") ? [["versioned", "^2.0.0"]] : []));
  if ("problem" in loaded) throw new Error(loaded.problem);
  const checked = check({ files: loaded.files, commands: shippedCommands, hasCommand: () => true });
  ofExtensions.push(...loaded.diagnostics, ...checked.diagnostics);
}
/** What the packages of the corpus throw: their own words, in whatever language. */
const thrown = /nothing works$|Cannot read properties of undefined .*$|not today$/;
const all: readonly Diagnostic[] = [...ofSyntax, ...ofChecker, ...ofExtensions];

describe("a diagnostic in Japanese", () => {
  test("is there for every one of the corpus, without an English word", () => {
    expect(new Set(all.map((each) => each.code)).size).toBeGreaterThan(codes.length - 8);
    const texts = all.flatMap((each) => {
      const { message, hint } = japanese.diagnostic(each);
      const related = each.related.map((one) => japanese.text(one.message));
      return [message.replace(thrown, ""), hint ?? "", ...related].map((text) => `${each.code} ${text}`);
    });
    expect(texts.filter((text) => holdsEnglish(text))).toEqual([]);
  });

  test("has a hint where the English one has", () => {
    const differing = all.filter(
      (each) => (japanese.diagnostic(each).hint === undefined) !== (each.hint === undefined),
    );
    expect(differing.map((each) => each.code)).toEqual([]);
  });

  test.each(codes)("%s has a title, and a page that shows its message", (code) => {
    expect(japaneseTitle(code)).toMatch(/[\u3041-\u9fff]|`\|&`/);
    expect(japanesePage(code)).toMatch(new RegExp(`^# ${code}: .+\n\nメッセージ: .+\n`));
    expect(japanesePage(code)).not.toMatch(/undefined|\[object/);
  });

  test("is drawn with its marks right under wide characters", () => {
    const text = 'echo "日本語ｶﾅ" ${残り} e\u0301 ${件数}';
    const start = text.indexOf("${件数}");
    const drawn = renderDiagnostic(
      diagnose("DS2001", createSource("例.dscript", text), { start, end: text.length }, { name: "件数" }),
      undefined,
      japanese,
    );
    const [title, place, line = "", marks = ""] = drawn.split("\n");
    expect([title, place]).toEqual(["エラー DS2001: `件数` は宣言されていない", "  例.dscript:1:23"]);
    expect(displayWidth(marks.slice(0, marks.indexOf("^")))).toBe(displayWidth(line.slice(0, line.indexOf("${件数}"))));
    expect(marks.match(/\^+/)?.[0].length).toBe(displayWidth("${件数}"));
  });
});
