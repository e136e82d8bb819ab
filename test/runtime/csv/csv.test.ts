// Csv: what is read, what is refused and where, and that what is written reads back.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { growth } from "../../growth.ts";
import { createFixture } from "../library/fixture.ts";

const parse = (text: string, separator?: string): unknown => createFixture().call("Csv.parse", text, separator);

describe("Csv", () => {
  it.each([
    ["", []],
    [
      "a,b\n1,2",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "a,b\r\n1,2\r\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    ["a\rb", [["a"], ["b"]]],
    ["\ufeffa,b", [["a", "b"]]],
    ['"a ""b"", c","d\ne"\n', [['a "b", c', "d\ne"]]],
    [
      ",\n\n,,",
      [
        ["", ""],
        ["", "", ""],
      ],
    ],
    ['""', [[""]]],
    [" a , b ", [[" a ", " b "]]],
  ])("reads %j", (text, rows) => {
    expect(parse(text)).toEqual(rows);
  });

  it("reads what it has written", () => {
    const { call } = createFixture();
    const fields = fc.string({ unit: fc.constantFrom("a", '"', ",", ";", "\n", "\r", "\ufeff", " ", "é") });
    const rows = fc.array(fc.array(fields, { minLength: 1, maxLength: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(rows, fc.constantFrom(",", ";", "\t"), (table, separator) => {
        expect(call("Csv.parse", call("Csv.format", table, separator), separator)).toEqual(table);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['a,b\n1,"x\ny', "line 2, column 3: the field that begins here has no closing"],
    ['a,5" disk', 'line 1, column 4: a `"` within a field'],
    ['"a"b', 'line 1, column 4: text behind the closing `"`'],
    ['"a\nb\nc" ,d', 'line 3, column 3: text behind the closing `"`'],
  ])("of %j says where it goes wrong", async (text, why) => {
    const fault = await createFixture().faultOf("Csv.parse", text);
    expect([fault.kind, fault.message]).toEqual([
      "FormatFault",
      expect.stringContaining(`cannot read the CSV text: ${why}`),
    ]);
  });

  it("takes one character between fields, and no other", async () => {
    for (const separator of ["", ";;", '"', "\n"])
      expect((await createFixture().faultOf("Csv.parse", "a", separator)).symptom.about).toBe("separator");
  });

  it("finds a quote without its partner in a million lines, in time linear in them", async () => {
    const { faultOf } = createFixture();
    const text = `${"a,b,c\n".repeat(999_999)}a,"b,c\n${"a,b,c\n".repeat(1000)}`;
    expect((await faultOf("Csv.parse", text)).message).toContain("line 1000000, column 3: the field that begins here");
    const { call } = createFixture();
    // Quadratic work would grow to 256 times as much.
    for (const piece of ['"a\nb",c\n', '"a",']) {
      const grown = growth(10_000, 16, (size) => {
        const rows = piece.repeat(size);
        return () => void call("Csv.parse", rows);
      });
      expect(grown, piece).toBeLessThan(100);
    }
  });

  it("names fields by its first line, and refuses rows that do not fit", async () => {
    const { call, faultOf } = createFixture();
    expect(call("Csv.parseRows", "a,b\n1,2\n")).toEqual([
      new Map([
        ["a", "1"],
        ["b", "2"],
      ]),
    ]);
    expect(call("Csv.parseRows", "")).toEqual([]);
    expect((await faultOf("Csv.parseRows", 'a,b\n"1\n",2\n3\n')).message).toContain(
      "line 4: the row has 1 fields, and the first line names 2",
    );
    expect((await faultOf("Csv.parseRows", "a,b,a\n")).message).toContain('line 1: the name "a" stands there twice');
    expect((await faultOf("Csv.format", [["a"], []])).message).toContain("row 1 has no fields");
    const rows = [new Map([["host", "a"]]), new Map([["hots", "b"]])];
    expect((await faultOf("Csv.formatRows", rows)).message).toContain(
      'has the name "hots", which the first row has not; the nearest is "host"',
    );
    expect(
      (
        await faultOf("Csv.formatRows", [
          new Map([
            ["a", "1"],
            ["b", "2"],
          ]),
          new Map([["a", "1"]]),
        ])
      ).message,
    ).toContain('row 1 has no value for "b"');
    expect((await faultOf("Csv.read", "gone.csv")).symptom.errno).toBe("ENOENT");
  });
});
