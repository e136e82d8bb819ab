// Methods of arrays and maps.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFixture } from "./fixture.ts";

const later = <T>(value: T): Promise<T> => new Promise((resolve) => setImmediate(resolve, value));

describe("methods of arrays", () => {
  it("sort without changing what they sort: numbers by value, texts by bytes", async () => {
    const { call, faultOf } = createFixture();
    const numbers = [10, 9, 1.5, -1];
    expect(call("[].sort", numbers)).toEqual([-1, 1.5, 9, 10]);
    expect(numbers).toEqual([10, 9, 1.5, -1]);
    expect(call("[].sort", ["b", "é", "a", "B"])).toEqual(["B", "a", "b", "é"]);
    expect(call("[].sort", ["\u{1f600}", "\uffee"])).toEqual(["\uffee", "\u{1f600}"]);
    expect(call("[].sort", [])).toEqual([]);
    expect((await faultOf("[].sort", [[1], [0]])).kind).toBe("ArgumentFault");
  });

  it("sort stably with a closure, whether it waits or not", async () => {
    const { call } = createFixture();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(5), fc.nat())), async (pairs) => {
        const byFirst = (a: readonly number[], b: readonly number[]): number => (a[0] ?? 0) - (b[0] ?? 0);
        const expected = pairs.toSorted(byFirst);
        const sync = (_flow: unknown, _site: unknown, a: readonly number[], b: readonly number[]): number =>
          byFirst(a, b);
        const waiting = async (
          _flow: unknown,
          _site: unknown,
          a: readonly number[],
          b: readonly number[],
        ): Promise<number> => byFirst(a, b);
        expect(call("[].sort", pairs, sync)).toEqual(expected);
        expect(await call("[].sort", pairs, waiting)).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  it("call closures in order, one at a time, and wait where a closure waits", async () => {
    const { call } = createFixture();
    const items = [1, 2, 3, 4];
    const even = (value: number): boolean => value % 2 === 0;
    expect(call("[].map", items, (_flow: unknown, _site: unknown, value: number) => value * 2)).toEqual([2, 4, 6, 8]);
    expect(await call("[].map", items, (_flow: unknown, _site: unknown, value: number) => later(value * 2))).toEqual([
      2, 4, 6, 8,
    ]);
    expect(call("[].filter", items, (_flow: unknown, _site: unknown, value: number) => even(value))).toEqual([2, 4]);
    expect(
      await call("[].filter", items, (_flow: unknown, _site: unknown, value: number) => later(even(value))),
    ).toEqual([2, 4]);
    expect(call("[].find", items, (_flow: unknown, _site: unknown, value: number) => even(value))).toBe(2);
    expect(
      await call("[].find", items, (_flow: unknown, _site: unknown, value: number) => later(value > 9)),
    ).toBeNull();
    expect(
      await call("[].findIndex", items, (_flow: unknown, _site: unknown, value: number) => later(value === 3)),
    ).toBe(2);
    expect(call("[].any", items, (_flow: unknown, _site: unknown, value: number) => value > 3)).toBe(true);
    expect(await call("[].all", items, (_flow: unknown, _site: unknown, value: number) => later(value > 0))).toBe(true);
    expect(call("[].all", [], () => false)).toBe(true);
    expect(
      call("[].reduce", items, 10, (_flow: unknown, _site: unknown, sum: number, value: number) => sum + value),
    ).toBe(20);
    expect(
      await call("[].reduce", items, "", (_flow: unknown, _site: unknown, so: string, value: number) =>
        later(so + value),
      ),
    ).toBe("1234");
    const seen: number[] = [];
    await call("[].each", items, (_flow: unknown, _site: unknown, value: number) => later(seen.push(value)));
    expect(seen).toEqual(items);
  });

  it("compare elements by value, arrays and maps by their parts", () => {
    const { call } = createFixture();
    expect(call("[].contains", [[1], [2, 3]], [2, 3])).toBe(true);
    expect(call("[].indexOf", ["a", "b"], "b")).toBe(1);
    expect(call("[].lastIndexOf", [[1], [1]], [1])).toBe(1);
    expect(call("[].unique", ["a", "b", "a"])).toEqual(["a", "b"]);
    expect(call("[].unique", [new Map([["k", 1]]), new Map([["k", 1]])])).toHaveLength(1);
  });

  it("join whatever their elements are", () => {
    const { call } = createFixture();
    expect(call("[].join", [1, 2.5], ", ", "float[]")).toBe("1.0, 2.5");
    expect(call("[].join", ["a", "b"], undefined, "String[]")).toBe("ab");
    expect(call("[].join", [1000, 90000], " ", "Duration[]")).toBe("1s 1m30s");
  });

  it("add up exactly, or say so", async () => {
    const { call, faultOf } = createFixture();
    expect(call("[].sum", [1, 2, 3])).toBe(6);
    expect(call("[].sum", [])).toBe(0);
    expect(call("[].min", [3, 1, 2])).toBe(1);
    expect(call("[].max", [])).toBeNull();
    expect((await faultOf("[].sum", [Number.MAX_SAFE_INTEGER, 1])).kind).toBe("OverflowFault");
  });

  it("refuse what is not there", async () => {
    const { call, faultOf } = createFixture();
    expect((await faultOf("[].pop", [])).kind).toBe("IndexFault");
    expect((await faultOf("[].removeAt", [1], 1)).message).toBe(
      "index 1 is outside of an array of length 1: its indexes are 0 to 0",
    );
    expect((await faultOf("[].insert", [1], 3, 0)).kind).toBe("IndexFault");
    const items = [1, 3];
    call("[].insert", items, 1, 2);
    call("[].pushAll", items, items);
    expect(items).toEqual([1, 2, 3, 1, 2, 3]);
  });
});

describe("methods of maps", () => {
  it("get, set, remove and merge in the order of the keys", () => {
    const { call } = createFixture();
    const map = new Map<string, number>();
    call("Map.set", map, "b", 1);
    call("Map.set", map, "a", 2);
    expect(call("Map.keys", map)).toEqual(["b", "a"]);
    expect(call("Map.values", map)).toEqual([1, 2]);
    expect(call("Map.get", map, "c")).toBeNull();
    expect(call("Map.has", map, "__proto__")).toBe(false);
    expect(call("Map.merge", map, new Map([["a", 3]]))).toEqual(
      new Map([
        ["b", 1],
        ["a", 3],
      ]),
    );
    expect(call("Map.remove", map, "b")).toBe(true);
    expect(call("Map.length", map)).toBe(1);
  });
});
