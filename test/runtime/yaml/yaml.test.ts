// Yaml: what is read and how, what is refused and where, and that what is written reads back.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFixture } from "../library/fixture.ts";

const read = async (text: string): Promise<string> => String(await createFixture().call("Yaml.parse", text));

describe("Yaml", () => {
  it.each([
    ["", "null"],
    ["a: 1\nb: [x, 1.5, true, null, ~]", '{"a":1,"b":["x",1.5,true,null,null]}'],
    ["d: 2026-11-26\non: yes\no: 0o17", '{"d":"2026-11-26","on":"yes","o":15}'],
    ["a: &x {p: 1}\nb: {<<: *x, q: 2}", '{"a":{"p":1},"b":{"p":1,"q":2}}'],
    ["__proto__: 1", '{"__proto__":1}'],
    ["b: !!binary aGk=", '{"b":"aGk="}'],
    ["t: |\n  one\n  two\n", '{"t":"one\\ntwo\\n"}'],
  ])("reads %j", async (text, json) => {
    expect(await read(text)).toBe(json);
  });

  it.each([
    ["a: [1,\nb: }", "line 2, column"],
    ["a: 1\na: 2", "line 2, column 1: Map keys must be unique"],
    ["\tx: 1", "line 1, column"],
    ["a:\n  80: web", 'line 2, column 3: a key must be a text: write it as `"80"`'],
    ["? [a]\n: 1", "line 1, column 3: a key must be a text"],
    ["a: .inf", "line 1, column 4: JSON has no number for infinity"],
    ["a: 1\n---\nb: 2", "it holds 2 documents, parted by `---`: Yaml.parseAll reads them all"],
    ["a: *b", "line 1, column"],
  ])("of %j says what is wrong, and where", async (text, why) => {
    const fault = await createFixture().faultOf("Yaml.parse", text);
    expect([fault.kind, fault.message]).toEqual([
      "FormatFault",
      expect.stringContaining(`cannot read the YAML text: ${why}`),
    ]);
  });

  it("refuses what nests too deeply", async () => {
    const { call, faultOf } = createFixture();
    const nested = (levels: number): string => `${"[".repeat(levels)}${"]".repeat(levels)}`;
    for (const text of [
      "[".repeat(20_000),
      nested(20_000),
      nested(257),
      "- ".repeat(20_000),
      "? ".repeat(20_000),
      "{a: ".repeat(20_000),
    ])
      expect((await faultOf("Yaml.parse", text)).message).toMatch(
        /: line 1, column \d+: it nests more than 256 levels deep$/,
      );
    expect(String(await call("Yaml.parse", nested(256)))).toBe(nested(256));
    expect(String(await call("Yaml.parse", "- ".repeat(250)))).toContain("null");
  });

  it("does not unfold a billion laughs", async () => {
    const rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"];
    for (let row = 1; row < 10; row += 1)
      rows.push(`a${row}: &a${row} [${Array.from({ length: 9 }, () => `*a${row - 1}`).join(", ")}]`);
    const fault = await createFixture().faultOf("Yaml.parse", rows.join("\n"));
    expect(fault.message).toContain("its aliases unfold to more than 100 times what stands there");
  });

  it("reads what it has written, whatever texts look like", async () => {
    const { call } = createFixture();
    const texts = fc.oneof(
      fc.string(),
      fc.constantFrom("yes", "010", "12:30", "null", "- a", "a: b", "#", "2026-11-26", "1e3", "<<"),
    );
    const values = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        texts,
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie("value"), { maxLength: 3 }),
        fc.dictionary(
          fc.string({ unit: "grapheme-ascii", minLength: 1 }).filter((key) => key !== "<<"),
          tie("value"),
          { maxKeys: 3 },
        ),
      ),
    })).value;
    await fc.assert(
      fc.asyncProperty(values, async (value) => {
        const json = call("Json.parse", JSON.stringify(value));
        expect(String(await call("Yaml.parse", await call("Yaml.format", json)))).toBe(String(json));
      }),
      { numRuns: 300 },
    );
  });
});
