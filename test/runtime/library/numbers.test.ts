// Numbers from texts, Math, times and paths.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFixture } from "./fixture.ts";

describe("numbers", () => {
  it("are read from what a command may print, and from nothing else", async () => {
    const { call, faultOf } = createFixture();
    expect(call("int.parse", " 42\n")).toBe(42);
    expect(call("int.parse", "-007")).toBe(-7);
    expect(call("int.parse", "0xff")).toBe(255);
    expect(call("int.parse", "-0b101")).toBe(-5);
    expect(Object.is(call("int.parse", "-0"), 0)).toBe(true);
    for (const bad of ["", " ", "1.5", "1e3", "12a", "0x", "١", "1_000", "--1"]) {
      expect(call("int.tryParse", bad)).toBeNull();
      expect((await faultOf("int.parse", bad)).kind).toBe("FormatFault");
    }
    expect((await faultOf("int.parse", "9007199254740993")).message).toMatch(/outside of the range of int/);
    expect((await faultOf("int.parse", "abc")).message).toBe('"abc" is no whole number');
  });

  it("survive the way to a text and back", () => {
    const { call, control } = createFixture();
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        expect(call("int.parse", String(value))).toBe(value + 0);
      }),
    );
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(call("float.parse", control.showFloat(value))).toBe(value + 0);
      }),
    );
  });

  it("round to ints that exist", async () => {
    const { call, faultOf } = createFixture();
    expect(call("Math.round", 2.5)).toBe(3);
    expect(call("Math.round", -2.5)).toBe(-3);
    expect(call("Math.round", 0.49999999999999994)).toBe(0);
    expect(Object.is(call("Math.ceil", -0.5), 0)).toBe(true);
    expect((await faultOf("Math.floor", 1e300)).kind).toBe("OverflowFault");
    expect((await faultOf("Math.trunc", Number.NaN)).kind).toBe("OverflowFault");
    expect((await faultOf("Math.sqrt", -1)).kind).toBe("ArgumentFault");
    expect((await faultOf("Math.pow", 10, 400)).kind).toBe("OverflowFault");
    expect((await faultOf("Math.pow", -8, 1 / 3)).kind).toBe("ArgumentFault");
  });
});

describe("times and paths", () => {
  it("print as date(1) does", async () => {
    const { call, faultOf } = createFixture();
    const time = new Date(2026, 10, 3, 9, 5, 7, 45).getTime();
    expect(call("Time.format", time, "%Y-%m-%d %H:%M:%S.%N %j %a %b %e %I%p %%")).toBe(
      "2026-11-03 09:05:07.045000000 307 Tue Nov  3 09AM %",
    );
    expect(call("Time.format", time)).toMatch(/^2026-11-03T09:05:07[+-]\d\d:\d\d$/);
    expect((await faultOf("Time.format", time, "%Q")).message).toMatch(/%Q is no field/);
    expect((await faultOf("Time.format", 1e18)).kind).toBe("ArgumentFault");
  });

  it("come apart as with basename and dirname", () => {
    const { call, folder } = createFixture();
    expect(call("Path.name", "/a/b.txt")).toBe("b.txt");
    expect(call("Path.name", "/")).toBe("/");
    expect(call("Path.parent", "/a/b")).toBe("/a");
    expect(call("Path.parent", "a")).toBe(".");
    expect(call("Path.extension", "/a.d/b.tar.gz")).toBe("gz");
    expect(call("Path.extension", ".profile")).toBe("");
    expect(call("Path.join", "/a/", "/b", "", "c")).toBe("/a/b/c");
    expect(call("Path.join", "a", "../b")).toBe("a/../b");
    expect(call("Path.absolute", "x/../y")).toBe(`${folder}/y`);
  });
});
