// Values of a journal: what is written and read back is the same, whatever it is.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kept, unkept } from "../../../src/runtime/tasks/kept.ts";

const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.string({ unit: "binary" }),
    // A byte that is no UTF-8 lives as a lone surrogate.
    fc.constant("a\udc80b"),
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.array(fc.tuple(fc.string(), tie("value")), { maxLength: 4 }).map((entries) => new Map(entries)),
  ),
}));

describe("a value in a journal", () => {
  test("comes back as it was", () => {
    fc.assert(
      fc.property(value, (each) => {
        expect(unkept(JSON.parse(JSON.stringify(kept(each))))).toEqual(each);
      }),
    );
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0, 0])("%d stays itself", (number) => {
    expect(unkept(JSON.parse(JSON.stringify(kept(number))))).toBe(number);
  });

  test("keeps maps whose keys look like its own forms", () => {
    const map = new Map<string, unknown>([
      ["map", new Map([["number", "1"]])],
      ["number", "NaN"],
      ["__proto__", [new Map()]],
    ]);
    expect(unkept(JSON.parse(JSON.stringify(kept(map))))).toEqual(map);
  });
});
