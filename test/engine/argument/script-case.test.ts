// The D-Case of a script: which file it is, and what is said where that is none.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { caseFor } from "../../../src/engine/argument/case-name.ts";
import { scriptCase } from "../../../src/engine/argument/script-case.ts";

const folder = mkdtempSync(join(tmpdir(), "dscript-case-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(name: string, text: string | Uint8Array): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

describe("the case of a script", () => {
  test("is what the command line names, or else the configuration", () => {
    expect(caseFor(undefined, {})).toBeUndefined();
    expect(caseFor(undefined, { case: "/a/b.yaml" })).toEqual({ path: "/a/b.yaml", isAsked: false });
    expect(caseFor("/c.yaml", { case: "/a/b.yaml" })).toEqual({ path: "/c.yaml", isAsked: true });
  });

  test("is read from the model's JSON, too", () => {
    const text = JSON.stringify({
      format: "dcase/1",
      module: { name: "shop" },
      nodes: [{ uid: "1", label: "G1", type: "goal", text: "It answers", tags: [{ name: "LIMIT", value: 50 }] }],
      edges: [],
    });
    const loaded = scriptCase({ path: written("shop.dcase.json", text), isAsked: true });
    if ("code" in loaded) throw new Error(loaded.problem?.problem);
    expect(loaded.view.valueOf("1", "LIMIT")).toEqual({ value: 50, by: "G1" });
    expect(loaded.view.file).toBe("shop.dcase.json");
    expect(loaded.text).toBe(text);
  });

  test.each([
    ["none.yaml", true, 64, "there is no such file"],
    ["none.yaml", false, 78, "there is no such file"],
    ["folder", true, 64, "it is a folder"],
  ])("%s, asked for: %s, ends with %i", (name, isAsked, code, why) => {
    mkdirSync(join(folder, "folder"), { recursive: true });
    const loaded = scriptCase({ path: join(folder, name), isAsked });
    expect(loaded).toMatchObject({
      code,
      problem: { problem: `the D-Case ${join(folder, name)} cannot be read: ${why}` },
    });
  });

  test.each([
    ["an empty file", ""],
    ["a list", "[]"],
    ["no nodes", "module: { name: x }"],
    ["an open bracket", "G1: ["],
    ["a text", "hello"],
  ])("that holds %s does not check", (_, text) => {
    const loaded = scriptCase({ path: written("wrong.dcase.yaml", text), isAsked: false });
    expect(loaded).toMatchObject({ code: 76, problem: { problem: "the D-Case is wrong" } });
  });
});
