// Every signature has its function, and no function is without a signature.
import { expect, it } from "vitest";
import { librarySignatures } from "../../../src/records/index.ts";
import { libraryApi } from "../../../src/runtime/library/index.ts";
import { createFixture } from "./fixture.ts";

it("the library has one function for each signature, and no other", () => {
  const { run } = createFixture();
  const functions = Object.keys(libraryApi(run).library).sort();
  expect(functions).toEqual(
    librarySignatures()
      .map((signature) => signature.key)
      .sort(),
  );
});
