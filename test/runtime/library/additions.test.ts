// Methods of arrays, maps, texts and numbers at the edges of what they take.
import { describe, expect, it } from "vitest";
import { createFixture } from "./fixture.ts";

type Closure = (flow: unknown, site: unknown, ...values: unknown[]) => unknown;
const soon =
  (closure: Closure): Closure =>
  async (...values) =>
    closure(...values);

describe("arrays and maps", () => {
  const items = ["b2", "a1", "b1"];
  const letter: Closure = (_flow, _site, text) => String(text).charAt(0);
  const entries = new Map<string, unknown>([
    ["a", 1],
    ["b", 2],
  ]);
  const cases: readonly (readonly [key: string, receiver: unknown, closure: Closure, result: unknown])[] = [
    [
      "[].groupBy",
      items,
      letter,
      new Map([
        ["b", ["b2", "b1"]],
        ["a", ["a1"]],
      ]),
    ],
    [
      "[].countBy",
      items,
      letter,
      new Map([
        ["b", 2],
        ["a", 1],
      ]),
    ],
    ["[].sortBy", items, letter, ["a1", "b2", "b1"]],
    ["[].flatMap", items, (_flow, _site, text) => [...String(text)], ["b", "2", "a", "1", "b", "1"]],
    [
      "Map.map",
      entries,
      (_flow, _site, value) => Number(value) * 10,
      new Map([
        ["a", 10],
        ["b", 20],
      ]),
    ],
    ["Map.filter", entries, (_flow, _site, key) => key === "b", new Map([["b", 2]])],
    ["Map.each", entries, () => undefined, undefined],
  ];

  it.each(cases)("%s gives the same whether its closure waits or not", async (key, receiver, closure, result) => {
    const { call } = createFixture();
    expect(call(key, receiver, closure)).toEqual(result);
    const later = call(key, receiver, soon(closure));
    expect(later).toBeInstanceOf(Promise);
    expect(await later).toEqual(result);
  });

  it("are compared by their parts", async () => {
    const { call, faultOf } = createFixture();
    expect(call("[].without", [[1], [2]], [[2]])).toEqual([[1]]);
    expect(call("[].intersect", [1, 2, 2, 3], [2, 9])).toEqual([2, 2]);
    expect(call("[].chunk", [], 3)).toEqual([]);
    expect(call("[].average", [])).toBeNull();
    expect((await faultOf("[].chunk", [1], 0)).kind).toBe("ArgumentFault");
    const mixed: Closure = (_flow, _site, item) => item;
    expect((await faultOf("[].sortBy", [1, "a"], mixed)).message).toContain("have no natural order");
    expect(call("[].sortBy", ["é", "z", "\udcff"], mixed)).toEqual(["z", "é", "\udcff"]);
  });
});

describe("texts and numbers", () => {
  it("are shown as people read them", () => {
    const { call } = createFixture();
    const format = (number: number): unknown => call("int.format", number);
    expect([0, 999, 1000, -1234567, Number.MAX_SAFE_INTEGER].map(format)).toEqual([
      ...["0", "999", "1,000", "-1,234,567", "9,007,199,254,740,991"],
    ]);
    expect(call("int.format", 1e6, "$&")).toBe("1$&000$&000");
    const human = (size: number): unknown => call("Size.human", size);
    expect([0, 1023, 1024, 1_048_575, 1.5e9, 2 ** 52, -2048].map(human)).toEqual([
      ...["0B", "1023B", "1KiB", "1MiB", "1.4GiB", "4PiB", "-2KiB"],
    ]);
    expect(call("int.toBase", -255, 16)).toBe("-ff");
    expect(call("float.toFixed", 2.5, 0)).toBe("3");
    expect(call("String.capitalize", "éa")).toBe("Éa");
    expect(call("String.words", " \t\n")).toEqual([]);
    expect(call("String.before", "abc", "")).toBe("");
    expect(call("Math.sign", -0)).toBe(0);
  });

  it("are refused where there is no answer", async () => {
    const { faultOf } = createFixture();
    for (const [key, ...values] of [
      ["int.toBase", 1, 1],
      ["float.toFixed", 1.5, 101],
      ["Math.clamp", 1, 2, 1],
      ["Math.log", 0],
      ["Math.log10", -1],
    ] as const)
      expect((await faultOf(key, ...values)).kind).toBe("ArgumentFault");
    expect((await faultOf("Math.exp", 1000)).kind).toBe("OverflowFault");
  });
});
