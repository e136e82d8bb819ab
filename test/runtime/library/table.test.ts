// Every signature has its function, and no function is without a signature.
import { expect, it } from "vitest";
import { librarySignatures } from "../../../src/records/index.ts";
import { callsRare, isRare, loadedFunctions } from "../../../src/runtime/library/load.ts";
import { rareFunctions } from "../../../src/runtime/library/rare.ts";
import { testLibrary } from "../../../src/runtime/library/testing.ts";
import { createFixture } from "./fixture.ts";

it("the library has one function for each signature, and no other", () => {
  const { run } = createFixture();
  // Test and Fake are there in tests alone; outside of them Test's calls say so.
  const functions = [...new Set([...Object.keys(loadedFunctions(run)), ...Object.keys(testLibrary(run))])].sort();
  expect(functions).toEqual(
    librarySignatures()
      .map((signature) => signature.key)
      .sort(),
  );
});

it("the rarer parts are told by their keys, in compiled code too", () => {
  const { run } = createFixture();
  const rare = Object.keys(rareFunctions(run));
  const all = Object.keys(loadedFunctions(run));
  expect(all.filter((key) => isRare(key)).sort()).toEqual(rare.sort());
  expect(callsRare('const $Json_read = rt.library["Json.read"];\n')).toBe(true);
  expect(callsRare("const { regexTest } = rt;\n")).toBe(true);
  expect(callsRare('const $println = rt.library["println"];\nlet x = "Json.read";\n')).toBe(false);
});
