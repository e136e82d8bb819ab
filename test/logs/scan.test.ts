// Fields found in the bytes of a line are those that JSON.parse finds, whatever the line holds.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RecordScan } from "../../src/logs/index.ts";

function scanned(line: string, ...keys: readonly string[]) {
  const scan = new RecordScan();
  const slots = keys.map((key) => scan.want(key));
  const bytes = Buffer.from(`${line}\n`);
  const isRecord = scan.scan(bytes, 0, bytes.length - 1);
  return { isRecord, values: slots.map((slot) => scan.text(slot)) };
}

describe("the scan of a line", () => {
  test("finds texts, numbers and booleans", () => {
    const line = '{"LogPoint":"ErrorPoint","ScriptLine":12,"Handled":false,"Message":"a \\"b\\" \\u00e9","Errno":null}';
    expect(scanned(line, "LogPoint", "ScriptLine", "Handled", "Message", "Errno", "Absent").values).toEqual([
      "ErrorPoint",
      "12",
      "false",
      'a "b" é',
      undefined,
      undefined,
    ]);
  });

  test("is not fooled by values that hold the text of keys", () => {
    const line = JSON.stringify({
      Message: '{"LogPoint":"ErrorPoint","Host":"evil"}',
      nested: { LogPoint: "SecurityAudit", Host: "evil", list: ["}", { Host: "worse" }] },
      LogPoint: "PeriodicPoint",
      Host: "web1",
    });
    expect(scanned(line, "LogPoint", "Host").values).toEqual(["PeriodicPoint", "web1"]);
  });

  test.each([
    ["an array", '["LogPoint","ErrorPoint"]'],
    ["a text", '"LogPoint"'],
    ["an object without a log point", '{"a":1}'],
    ["a log point that is no text", '{"LogPoint":1}'],
    ["a record that ends in a text", '{"LogPoint":"ErrorPoint","Message":"abc'],
    ["a record that ends behind an escape", '{"LogPoint":"ErrorPoint","Message":"abc\\'],
    ["a record that ends in an object", '{"LogPoint":"ErrorPoint","Heard":{"a":[1,'],
    ["a record that ends behind a key", '{"LogPoint":"ErrorPoint","Message"'],
    ["two records in one line", '{"LogPoint":"ErrorPoint"}{"LogPoint":"ErrorPoint"}'],
    ["a control character in a text", '{"LogPoint":"Error\u0001Point"}'],
    ["nothing", ""],
    ["blanks", "   "],
  ])("takes no %s for a record", (_, line) => {
    expect(scanned(line).isRecord).toBe(false);
  });

  test("passes over NULs ahead of a record, as a log that was cut while it was open has them", () => {
    expect(scanned(`${"\0".repeat(5000)}{"LogPoint":"ErrorPoint","Host":"a"}\r`, "Host")).toEqual({
      isRecord: true,
      values: ["a"],
    });
  });

  test("passes over a byte order mark, with which some editors begin a file", () => {
    expect(scanned('\ufeff{"LogPoint":"ErrorPoint","Host":"a"}', "Host")).toEqual({ isRecord: true, values: ["a"] });
  });

  test("gives keys of objects no other meaning", () => {
    const line = '{"__proto__":"x","constructor":{"LogPoint":"no"},"LogPoint":"ErrorPoint","toString":7}';
    expect(scanned(line, "__proto__", "constructor", "toString")).toEqual({
      isRecord: true,
      values: ["x", undefined, "7"],
    });
  });

  test("finds what JSON.parse finds", () => {
    const key = fc.oneof(fc.constantFrom("Host", "Message", "Time", "Api"), fc.string());
    const value = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(key, value), { maxLength: 8 }), fc.constantFrom(undefined, 2), (pairs, indent) => {
        const record = Object.fromEntries([...pairs, ["LogPoint", "ErrorPoint"]]) as Record<string, unknown>;
        // Blanks between the parts are allowed, newlines are not.
        const line = JSON.stringify(record, null, indent).replaceAll("\n", " ");
        const names = [...new Set(["LogPoint", "Host", "Message", "Time", "Api", ...Object.keys(record)])];
        const { isRecord, values } = scanned(line, ...names);
        const wanted = (JSON.parse(line) ?? {}) as Record<string, unknown>;
        expect(isRecord).toBe(true);
        for (const [at, name] of names.entries()) {
          const own = Object.hasOwn(wanted, name) ? wanted[name] : undefined;
          const shown = own === undefined || own === null || typeof own === "object" ? undefined : own;
          const found = values[at];
          expect(typeof shown === "number" ? Number(found) : found).toBe(
            typeof shown === "boolean" ? String(shown) : shown,
          );
        }
      }),
    );
  });

  test("never throws, nor reads beyond its line", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
        const line = Buffer.from(noise.map((byte) => (byte === 10 ? 32 : byte)));
        const bytes = Buffer.concat([line, Buffer.from('\n{"LogPoint":"ErrorPoint"}\n')]);
        expect(typeof new RecordScan().scan(bytes, 0, line.length)).toBe("boolean");
      }),
    );
    fc.assert(
      fc.property(fc.nat({ max: 120 }), (cut) => {
        const whole = '{"LogPoint":"ErrorPoint","a":{"b":["c\\\\"]},"Message":"x \\"y\\" z","n":-1.5e3,"t":true}';
        const line = whole.slice(0, cut);
        const bytes = Buffer.from(`${line}\n"},"more":{}}\n`);
        expect(new RecordScan().scan(bytes, 0, Buffer.byteLength(line))).toBe(cut >= whole.length);
      }),
    );
  });
});
