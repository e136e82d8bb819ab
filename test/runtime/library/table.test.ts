// Every signature has its function, and no function is without a signature.
import { expect, it } from "vitest";
import { librarySignatures } from "../../../src/records/index.ts";
import { libraryApi } from "../../../src/runtime/library/index.ts";
import { testLibrary } from "../../../src/runtime/library/testing.ts";
import { createFixture } from "./fixture.ts";

it("the library has one function for each signature, and no other", () => {
  const { run } = createFixture();
  // Test and Fake are there in tests alone; outside of them Test's calls say so.
  const functions = [...new Set([...Object.keys(libraryApi(run).library), ...Object.keys(testLibrary(run))])].sort();
  expect(functions).toEqual(
    librarySignatures()
      .map((signature) => signature.key)
      .sort(),
  );
});
