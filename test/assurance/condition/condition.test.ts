// Conditions of monitors and evidence: read, printed, and evaluated without running anything.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Condition, conditionText, holds, type Operand, parseCondition } from "../../../src/assurance/index.ts";

function conditionOf(text: string): Condition {
  const parsed = parseCondition(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.condition;
}

describe("a condition", () => {
  const records = [
    { cpu: 0.2, ok: true, host: "a", net: { errors: 0 } },
    { cpu: 0.9, ok: true, host: "b", net: { errors: 3 } },
    { cpu: 0.4, host: "b" },
  ];

  test.each([
    ["cpu < 50%", true],
    ["max(cpu) < 50%", false],
    ["min(cpu) == 0.2", true],
    ["mean(cpu) == 0.5", true],
    ["count(ok) == 2", true],
    ["p95(cpu) == 0.9", true],
    ["net.errors == 3", true],
    ['host == "b" and not ok == false', true],
    ["missing == 1", undefined],
    ["missing == 1 or cpu == 0.4", true],
    ["missing == 1 and cpu == 1", false],
    ["not missing == 1", undefined],
    ['host < "c"', true],
    ["host < 3", undefined],
    ["constructor == 1", undefined],
  ] as const)("%s is %s", (text, expected) => {
    expect(holds(conditionOf(text), records)).toBe(expected);
  });

  test.each([
    "",
    "cpu",
    "cpu <",
    "cpu < 1 )",
    "(cpu < 1",
    "cpu = 1",
    "exec(cpu) < 1",
    "max(1) < 2",
    "a < b c",
    "((((".repeat(60),
  ])("%j is none, in words and with a place", (text) => {
    const parsed = parseCondition(text);
    expect(parsed.ok ? "" : `${parsed.at}: ${parsed.message}`).toMatchSnapshot();
  });

  test("that is printed says the same", () => {
    const name = fc.constantFrom("cpu", "net.errors", "a-b", "利用");
    const operand: fc.Arbitrary<Operand> = fc.oneof(
      fc.record({ kind: fc.constant("field" as const), path: name }),
      fc.record({ kind: fc.constant("value" as const), value: fc.oneof(fc.integer(), fc.boolean(), fc.string()) }),
      fc.record({ kind: fc.constant("over" as const), how: fc.constantFrom("mean", "p99", "last"), path: name }),
    );
    const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
      condition: fc.oneof(
        { maxDepth: 4 },
        fc.record({
          kind: fc.constant("compare" as const),
          is: fc.constantFrom("==", "!=", "<", "<=", ">", ">="),
          left: operand,
          right: operand,
        }),
        fc.record({
          kind: fc.constantFrom("and", "or"),
          of: fc.array(tie("condition"), { minLength: 2, maxLength: 3 }),
        }),
        fc.record({ kind: fc.constant("not" as const), of: tie("condition") }),
      ),
    })) as { condition: fc.Arbitrary<Condition> };
    fc.assert(
      fc.property(condition, (each) => {
        expect(conditionOf(conditionText(each))).toEqual(each);
      }),
    );
  });
});
