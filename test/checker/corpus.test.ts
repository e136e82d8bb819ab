// Golden cases: each file of test/corpus/check beside what a user reads of it; `vitest -u` accepts a change.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { shippedCommands } from "../../src/commands/index.ts";
import { catalogue } from "../../src/diagnostics/index.ts";
import { argumentOf } from "../argument-view.ts";
import { checkFile, type Extra, rendered } from "./checked.ts";

const corpus = fileURLToPath(new URL("../corpus/check/", import.meta.url));
const pages = fileURLToPath(new URL("../../docs/diagnostics/", import.meta.url));
const names = readdirSync(corpus, { withFileTypes: true }).flatMap((entry) => {
  if (entry.isDirectory()) return [`${entry.name}/main`];
  return entry.name.endsWith(".dscript") ? [entry.name.slice(0, -".dscript".length)] : [];
});
const ours = Object.keys(catalogue).filter((code) => /^DS(2|3|7)/.test(code));

describe("the check corpus", () => {
  test.each(names)("%s gives the diagnostics that stand beside it", async (name) => {
    const path = `${corpus}${name}.dscript`;
    const { diagnostics } = checkFile(path, optionsOf(readFileSync(path, "utf8")));
    await expect(rendered(diagnostics)).toMatchFileSnapshot(`${corpus}${name}.txt`);
    const [code] = /^DS\d+/.exec(name) ?? [];
    if (code !== undefined) expect(diagnostics.map((each) => each.code)).toContain(code);
  });

  test("has a case for every code of the checker", () => {
    const missing = ours.filter((code) => !names.some((name) => name.startsWith(code)));
    expect(missing).toEqual([]);
  });

  test("has a page for every code of the checker", () => {
    expect(ours.filter((code) => !existsSync(`${pages}${code}.md`))).toEqual([]);
  });
});

/** A case's first line may say `# defines: NAME=VALUE …` or `# roles: NAME …` or `# case: FILE`, beside it; its machine has the programs of the shipped table. */
function optionsOf(text: string): Extra {
  const [, given = ""] = /^# defines: (.*)$/m.exec(text) ?? [];
  const defines = given.split(" ").filter((each) => each !== "");
  const [, roles] = /^# roles: (.*)$/m.exec(text) ?? [];
  const [, file] = /^# case: (.*)$/m.exec(text) ?? [];
  return {
    ...(file === undefined ? {} : { argument: argumentOf(readFileSync(corpus + file, "utf8"), file) }),
    ...(roles === undefined ? {} : { roles: roles.split(" ") }),
    defines: new Map(defines.map((each) => [each.slice(0, each.indexOf("=")), each.slice(each.indexOf("=") + 1)])),
    hasCommand: (name) => shippedCommands.has(name),
    commandNames: () => shippedCommands.rows.map((row) => row.name),
  };
}
