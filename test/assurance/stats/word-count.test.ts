// Words are counted as the difference of texts parts them.
import fc from "fast-check";
import { expect, test } from "vitest";
import { statsOf, wordsOf } from "../../../src/assurance/index.ts";

const countIn = (text: string): number | undefined =>
  statsOf({ module: { name: "", language: "en" }, nodes: [{ uid: "1", label: "G1", type: "goal", text }], edges: [] })
    .words["en"];

const signs = fc.constantFrom(..."ab9_ .,:-7Z[é監視]\n".split(""));

test.each(["", "2.5s", "a3.5", "1,000.5 of __", "14:40-16:10", "1..2", "3:", "x_1"])("in %j", (text) => {
  expect(countIn(text)).toBe(wordsOf(text).filter((word) => /[\p{L}\p{N}]/u.test(word)).length);
});

test("as many as the parts with a letter or digit in them, in any text", () => {
  fc.assert(
    fc.property(
      fc.array(signs).map((all) => all.join("")),
      (text) => {
        expect(countIn(text)).toBe(wordsOf(text).filter((word) => /[\p{L}\p{N}]/u.test(word)).length);
      },
    ),
  );
});
