// Ints are exact or a fault: every operator against BigInt.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Fault } from "../../../src/runtime/faults/fault.ts";
import { createFixture } from "../library/fixture.ts";

const largest = BigInt(Number.MAX_SAFE_INTEGER);
// Small ones, any, and those at the edges, where rounding would hide.
const int = fc.oneof(
  fc.integer({ min: -100, max: 100 }),
  fc.maxSafeInteger(),
  fc.integer({ min: 0, max: 64 }).map((back) => Number.MAX_SAFE_INTEGER - back),
  fc.integer({ min: 0, max: 64 }).map((back) => back - Number.MAX_SAFE_INTEGER),
  fc.integer({ min: 94_906_200, max: 94_906_300 }),
);

function outcome(work: () => number): bigint | string {
  try {
    const value = work();
    if (Object.is(value, -0)) return "-0";
    return BigInt(value);
  } catch (thrown) {
    if (thrown instanceof Fault) return thrown.kind;
    throw thrown;
  }
}

function exact(value: () => bigint): bigint | string {
  try {
    const result = value();
    return result > largest || result < -largest ? "OverflowFault" : result;
  } catch {
    return "ZeroDivisionFault";
  }
}

describe("int arithmetic", () => {
  it("agrees with BigInt in every operator, or raises the fault that says why it cannot", () => {
    const rt = createFixture().control;
    const cases: Record<string, [(a: number, b: number) => number, (a: bigint, b: bigint) => bigint]> = {
      "+": [(a, b) => rt.add(a, b, 0), (a, b) => a + b],
      "-": [(a, b) => rt.subtract(a, b, 0), (a, b) => a - b],
      "*": [(a, b) => rt.multiply(a, b, 0), (a, b) => a * b],
      "/": [(a, b) => rt.divide(a, b, 0), (a, b) => a / b],
      "%": [(a, b) => rt.remainder(a, b, 0), (a, b) => a % b],
      "&": [(a, b) => rt.bits("&", a, b, 0), (a, b) => a & b],
      "|": [(a, b) => rt.bits("|", a, b, 0), (a, b) => a | b],
      "^": [(a, b) => rt.bits("^", a, b, 0), (a, b) => a ^ b],
      "~": [(a, b) => rt.bits("~", a, b, 0), (a) => ~a],
      negate: [(a) => rt.negate(a, 0), (a) => -a],
    };
    for (const [name, [ours, theirs]] of Object.entries(cases)) {
      fc.assert(
        fc.property(int, int, (a, b) => {
          expect(
            outcome(() => ours(a + 0, b + 0)),
            `${a} ${name} ${b}`,
          ).toBe(exact(() => theirs(BigInt(a), BigInt(b))));
        }),
        { numRuns: 500 },
      );
    }
  });

  it("shifts as numbers of 64 bits in two's complement", () => {
    const rt = createFixture().control;
    fc.assert(
      fc.property(int, fc.integer({ min: 0, max: 70 }), (a, count) => {
        const shift = BigInt(count);
        expect(outcome(() => rt.bits("<<", a + 0, count, 0))).toBe(exact(() => BigInt(a) << shift));
        expect(outcome(() => rt.bits(">>", a + 0, count, 0))).toBe(exact(() => BigInt(a) >> shift));
        expect(outcome(() => rt.bits(">>>", a + 0, count, 0))).toBe(
          exact(() => BigInt.asUintN(64, BigInt(a)) >> shift),
        );
      }),
    );
    expect(outcome(() => rt.bits("<<", 1, -1, 0))).toBe("ArgumentFault");
  });

  it("says in its faults what was computed", () => {
    const rt = createFixture().control;
    expect(() => rt.add(Number.MAX_SAFE_INTEGER, 1, 0)).toThrow(
      "9007199254740991 + 1 leaves the range of int, -9007199254740991 to 9007199254740991",
    );
    expect(() => rt.divide(7, 0, 0)).toThrow("7 / 0: division by zero");
    expect(() => rt.remainder(7, 0, 0)).toThrow("7 % 0: a division by zero has no remainder");
    expect(() => rt.divideFloat(1.5, 0, 0)).toThrow("1.5 / 0: division by zero");
    expect(rt.divideFloat(1, 4, 0)).toBe(0.25);
    expect(rt.remainderFloat(5.5, 2, 0)).toBe(1.5);
    expect(rt.remainder(-7, 3, 0)).toBe(-1);
  });
});
