// Json: what comes out of a text, what is said of a wrong one, and that nothing is lost on the way.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mistakeIn } from "../../../src/runtime/json/mistake.ts";
import { createFixture } from "./fixture.ts";

const parse = (text: string): unknown => createFixture().call("Json.parse", text);

function messageOf(action: () => unknown): string {
  try {
    action();
  } catch (thrown) {
    return (thrown as Error).message;
  }
  return "nothing was wrong";
}

describe("Json", () => {
  it("is what its text holds, and that text again", () => {
    const { call } = createFixture();
    fc.assert(
      fc.property(fc.jsonValue({ depthSize: "large" }), fc.integer({ min: 0, max: 10 }), (value, indent) => {
        const text = JSON.stringify(value, undefined, 2);
        expect(call("Json.toText", call("Json.parse", text), indent)).toBe(JSON.stringify(value, undefined, indent));
      }),
    );
  });

  it("says of what is no JSON where it goes wrong, and never of what is", () => {
    const pieces = [
      ..."{}[]:,\"\\'-+.eE0123 \n\ttruefalsnul/u",
      "\\u00e9",
      "\\q",
      "1.5",
      "null",
      '"a"',
      '{"a":1}',
      "\u0001",
      "é",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (parts) => {
        const text = parts.join("");
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        const mistake = mistakeIn(text);
        expect(mistake === undefined, text).toBe(isJson);
        if (mistake !== undefined) expect(mistake.at <= text.length && mistake.at >= 0).toBe(true);
      }),
      { numRuns: 20_000 },
    );
  });

  it.each([
    ["", "line 1, column 1: found the end, expected a value"],
    ['{"a": 1,\n  "b": }', "line 2, column 8: found `}`, expected a value"],
    ['{"a": 1,}', 'line 1, column 9: found `}`, expected a key in `"…"`'],
    ["[1, 2", "line 1, column 6: found the end, expected `,` or `]`"],
    ["[1 2]", "line 1, column 4: found `2`, expected `,` or `]`"],
    ["{a: 1}", 'line 1, column 2: found `a`, expected a key in `"…"`'],
    ["{'a': 1}", 'line 1, column 2: found `\'`, expected a key in `"…"`'],
    ["['a']", 'line 1, column 2: found `\'`, expected a value; texts stand in `"…"`'],
    ['"a\nb"', "line 1, column 3: found the end of the line, expected no line break"],
    ['["\\x41"]', "line 1, column 3: found `\\\\`, expected an escape"],
    ['{"a" 1}', "line 1, column 6: found `1`, expected `:` behind the key"],
    ["[01]", "line 1, column 2: found `01`, expected a value"],
    ["NaN", "line 1, column 1: found `NaN`, expected a value"],
    ["1 2", "line 1, column 3: found `2`, expected the end: one text holds one value"],
    ['["abc', 'line 1, column 2: found `"`, expected the `"` that ends the text that begins here'],
    ["// c\n1", "line 1, column 1: found `/`, expected a value"],
  ])("of %j says where and what", (text, said) => {
    expect(messageOf(() => parse(text))).toContain(`cannot read the JSON text: ${said}`);
  });

  it("finds one wrong byte in ten megabytes", () => {
    const rows = Array.from({ length: 200_000 }, (_, n) => `  {"id": ${n}, "name": "row number ${n}", "on": true}`);
    rows[150_000] = '  {"id": 150000, "name": "row number 150000", "on": trve}';
    const text = `[\n${rows.join(",\n")}\n]`;
    expect(text.length).toBeGreaterThan(10_000_000);
    expect(messageOf(() => parse(text))).toContain("line 150002, column 53: found `trve`, expected a value");
  });

  it("takes a byte order mark, and says the column behind it", () => {
    const { call } = createFixture();
    expect(String(call("Json.parse", "\ufeff[1]"))).toBe("[1]");
    expect(messageOf(() => parse("\ufeff[1,]"))).toContain("line 1, column 4");
  });

  it("of another kind than asked for, or missing, says where it stands", () => {
    const { call } = createFixture();
    const json = call(
      "Json.parse",
      '{"servers": [{"port": "80", "odd key": [1.5, 9007199254740993, null]}], "__proto__": 1}',
    );
    const server = call("Json.at", call("Json.get", json, "servers"), 0);
    const list = call("Json.get", server, "odd key");
    for (const [action, said] of [
      [
        () => call("Json.asInt", call("Json.get", server, "port")),
        '$.servers[0].port holds the text "80", not a whole number',
      ],
      [() => call("Json.get", json, "server"), '$ has no key "server"; it has "servers"'],
      [() => call("Json.get", json, "toString"), '$ has no key "toString"'],
      [() => call("Json.at", list, 3), '$.servers[0]["odd key"] has no element 3: it has 3'],
      [() => call("Json.at", list, -1), '$.servers[0]["odd key"] has no element -1: it has 3'],
      [() => call("Json.at", server, 0), "$.servers[0] holds an object, not an array"],
      [() => call("Json.get", list, "a"), '$.servers[0]["odd key"] holds an array of 3, not an object'],
      [() => call("Json.asInt", call("Json.at", list, 0)), "[0] holds 1.5, not a whole number"],
      [() => call("Json.asInt", call("Json.at", list, 1)), "not within the range of int"],
      [() => call("Json.asString", call("Json.at", list, 2)), "[2] holds null, not a text"],
      [() => call("Json.asBoolean", json), "$ holds an object, not true or false"],
      [() => call("Json.asFloat", json), "$ holds an object, not a number"],
      [() => call("Json.asArray", json), "$ holds an object, not an array"],
      [() => call("Json.asMap", list), "holds an array of 3, not an object"],
      [() => call("Json.keys", list), "holds an array of 3, not an object"],
      [() => call("Json.length", call("Json.at", list, 0)), "holds 1.5, not an array or an object"],
    ] as const)
      expect(messageOf(action)).toContain(said);
    expect(call("Json.asInt", call("Json.get", json, "__proto__"))).toBe(1);
    expect(call("Json.has", json, "constructor")).toBe(false);
    expect(call("Json.find", json, 'servers[0]["odd key"][0]')).not.toBeNull();
    expect(call("Json.find", json, "servers[7].port.x")).toBeNull();
    expect(messageOf(() => call("Json.find", json, "servers..port"))).toContain('the path goes wrong at "..port"');
  });

  it("is made of a script's values, and of nothing else", () => {
    const { call } = createFixture();
    const value = new Map<string, unknown>([
      ["a", [1, "x", true, null]],
      ["__proto__", call("Json.parse", '{"b":2}')],
    ]);
    expect(String(call("Json.of", value))).toBe('{"a":[1,"x",true,null],"__proto__":{"b":2}}');
    expect(messageOf(() => call("Json.of", () => 1))).toContain("only texts, numbers, booleans, null, arrays and Maps");
    expect(messageOf(() => call("Json.of", Number.POSITIVE_INFINITY))).toContain("JSON has no number Infinity");
    expect(messageOf(() => call("Json.toText", call("Json.of", 1), 11))).toContain("an indent is 0 to 10 blanks");
  });
});
