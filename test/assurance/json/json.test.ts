// A case as JSON: nothing is lost, the published schema is the one that checks, and mistakes have places.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { caseJsonSchema, codecNamed, readCase, writeCase } from "../../../src/assurance/index.ts";

const json = codecNamed("json");
if (json === undefined) throw new Error("there is no JSON");

describe("a case in JSON", () => {
  test("is the same case again, with its revisions", () => {
    const text = `module: { name: M, dcase: { parameters: { A: [1, 2] } } }
G1: { text: a, supportedBy: [Sn1], dcase: { tags: { X: { y: [null, true] } } } }
Sn1: { dcase: { evidence: { by: test, expects: not (a == 1 or b < "x") } } }
`;
    const reading = readCase(text, "m.dcase.yaml");
    if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
    const whole = reading.file.case;
    const file = { case: whole, revisions: [{ number: 0, author: "a", case: whole }] };
    const again = readCase(writeCase(file, json).text, "m.json");
    expect(again.ok ? again.file : again.errors).toEqual(file);
  });

  test("has a published schema", async () => {
    const path = fileURLToPath(new URL("../../../docs/case/dcase.schema.json", import.meta.url));
    await expect(`${JSON.stringify(caseJsonSchema(), undefined, 2)}\n`).toMatchFileSnapshot(path);
    expect(existsSync(path) && readFileSync(path, "utf8")).toContain("2020-12");
  });

  test.each([
    ["{", "cut off"],
    ['{"format": "dcase/1", "module": {"name": "a"}, "nodes": [], "edges": [], "more": 1}', "an unknown key"],
    ['{"format": "dcase/2", "module": {"name": "a"}, "nodes": [], "edges": []}', "another format"],
    [
      '{"format": "dcase/1", "module": {"name": "a"}, "nodes": [{"uid": "a", "label": "G1", "type": "gaol", "text": ""}], "edges": []}',
      "an unknown type",
    ],
    [`${"[".repeat(1e5)}`, "endless depth"],
    ["[]", "a list"],
  ])("is told what is wrong with it: %#", (text, what) => {
    const reading = json.read(text, "a");
    expect(reading.ok ? [] : reading.errors).toMatchSnapshot(what);
  });
});
