// RFC 8785's own samples, and what has no canonical form.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson, type Json } from "../../../src/assurance/index.ts";
import { jsonValues } from "../generated-cases.ts";

function textOf(value: Json): string {
  const canonical = canonicalJson(value);
  return canonical.ok ? canonical.text : `no form: ${canonical.what} at ${canonical.path.join("/")}`;
}

function numberOf(bits: string): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt(`0x${bits}`));
  return view.getFloat64(0);
}

describe("a number", () => {
  // RFC 8785, appendix B: the bits of IEEE 754 and the text.
  test.each([
    ["0000000000000000", "0"],
    ["8000000000000000", "0"],
    ["0000000000000001", "5e-324"],
    ["8000000000000001", "-5e-324"],
    ["7fefffffffffffff", "1.7976931348623157e+308"],
    ["ffefffffffffffff", "-1.7976931348623157e+308"],
    ["4340000000000000", "9007199254740992"],
    ["c340000000000000", "-9007199254740992"],
    ["4430000000000000", "295147905179352830000"],
    ["44b52d02c7e14af5", "9.999999999999997e+22"],
    ["44b52d02c7e14af6", "1e+23"],
    ["44b52d02c7e14af7", "1.0000000000000001e+23"],
    ["444b1ae4d6e2ef4e", "999999999999999700000"],
    ["444b1ae4d6e2ef4f", "999999999999999900000"],
    ["444b1ae4d6e2ef50", "1e+21"],
    ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
    ["3eb0c6f7a0b5ed8d", "0.000001"],
    ["41b3de4355555553", "333333333.3333332"],
    ["41b3de4355555554", "333333333.33333325"],
    ["41b3de4355555555", "333333333.3333333"],
    ["41b3de4355555556", "333333333.3333334"],
    ["41b3de4355555557", "333333333.33333343"],
    ["becbf647612f3696", "-0.0000033333333333333333"],
    ["43143ff3c1cb0959", "1424953923781206.2"],
  ])("with the bits %s is %s", (bits, text) => {
    expect(textOf(numberOf(bits))).toBe(text);
  });

  test.each(["7fffffffffffffff", "7ff0000000000000", "fff0000000000000"])("with the bits %s has no form", (bits) => {
    expect(textOf({ a: [1, numberOf(bits)] })).toBe("no form: number at a/1");
  });
});

describe("a value", () => {
  test("is written as RFC 8785, section 3.2.2 has it", () => {
    const value = {
      // biome-ignore lint/correctness/noPrecisionLoss: the sample has it so
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"/",
      literals: [null, true, false],
    };
    expect(textOf(value)).toBe(
      `{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA'B\\"\\\\\\\\\\"/"}`,
    );
  });

  test("has its names in the order of RFC 8785, section 3.2.3", () => {
    const value = {
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face",
      "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis",
    };
    expect(Object.values(JSON.parse(textOf(value)))).toEqual([
      // JSON.parse puts names that are numbers first.
      "One",
      "Carriage Return",
      "Control",
      "Latin Small Letter O With Diaeresis",
      "Euro Sign",
      "Emoji: Grinning Face",
      "Hebrew Letter Dalet With Dagesh",
    ]);
    expect(textOf(value)).toMatch(/^\{"\\r":"Carriage Return","1":"One",/);
  });

  test("is the same whatever the order of its names was, and reads back", () => {
    fc.assert(
      fc.property(jsonValues, (value) => {
        expect(textOf(JSON.parse(textOf(value)))).toBe(textOf(value));
        expect(textOf(turned(value))).toBe(textOf(value));
      }),
    );
  });

  test("is the same beside a name of digits, which takes the longer way", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          jsonValues,
          fc.jsonValue({ stringUnit: "binary" }).map((value) => value as Json),
        ),
        (value) => {
          expect(textOf({ 0: 0, value })).toBe(`{"0":0,"value":${textOf(value)}}`);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("is the same far down, which takes the longer way", () => {
    const halves = fc.array(fc.integer({ min: 0xd7ff, max: 0xe000 })).map((codes) => String.fromCharCode(...codes));
    const names = fc.oneof(halves, fc.string(), fc.constantFrom("__proto__", "7", "\\ud800", "\u2028", '"'));
    const values = fc.oneof(halves, fc.double(), jsonValues) as fc.Arbitrary<Json>;
    fc.assert(
      fc.property(fc.oneof(values, fc.dictionary(names, values)), (value) => {
        let deep: Json = value;
        for (let depth = 0; depth < 30; depth += 1) deep = [deep];
        const [one, other] = [canonicalJson(value), canonicalJson(deep)];
        expect(other.ok && other.text).toBe(one.ok && `${"[".repeat(30)}${one.text}${"]".repeat(30)}`);
      }),
      { numRuns: 1000 },
    );
  });

  test("keeps a name that JavaScript takes for something else", () => {
    expect(textOf(JSON.parse('{"b":1,"__proto__":{"a":2}}'))).toBe('{"__proto__":{"a":2},"b":1}');
  });

  test("may be 100,000 deep", () => {
    let value: Json = 1;
    for (let depth = 0; depth < 100_000; depth += 1) value = [value];
    expect(textOf(value)).toHaveLength(200_001);
  });

  test.each<[Json, string]>([
    [{ text: "a\udc80" }, "no form: surrogate at text"],
    [{ "\ud800": 1 }, "no form: surrogate at \ud800"],
    [["\ud83d\ude00", { a: "\ude00\ud83d" }], "no form: surrogate at 1/a"],
  ])("has no form where it holds half of a surrogate pair: %j", (value, text) => {
    expect(textOf(value)).toBe(text);
  });
});

function turned(value: Json): Json {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, each]) => [name, turned(each)]),
  );
}
