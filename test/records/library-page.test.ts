// The manual's page of the library says what the tables say, and has an example for each row.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { libraryTables } from "../../src/records/library/index.ts";
import { libraryExamples } from "./library-examples.ts";

describe("docs/language/library.md", () => {
  const page = readFileSync(new URL("../../docs/language/library.md", import.meta.url), "utf8");
  const examples = libraryExamples(page);

  it("has each signature once, with its sentence", () => {
    const expected = libraryTables.flatMap((table) =>
      Object.entries(table).map(([text, row]) => `${text} | ${row.says}`),
    );
    expect(examples.map(({ signature, says }) => `${signature} | ${says}`).sort()).toEqual(expected.sort());
  });

  it("shows each in use", () => {
    for (const { signature, code } of examples) {
      const name = /([A-Za-z][A-Za-z0-9]*)(?:\(|:)/.exec(signature.replace(/^.*\.(?=[A-Za-z]+[(:])/, ""))?.[1] ?? "?";
      expect(code, signature).toContain(name);
    }
  });
});
