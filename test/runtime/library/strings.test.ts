// Methods of String.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeUtf8 } from "../../../src/text/index.ts";
import { createFixture } from "./fixture.ts";

describe("methods of String", () => {
  it("split and join undo each other", () => {
    const { call } = createFixture();
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1, maxLength: 2 }), (text, separator) => {
        const parts = call("String.split", text, separator);
        expect(call("[].join", parts, separator, "String[]")).toBe(text);
      }),
    );
  });

  it("replace every occurrence of a literal text, whatever it holds", () => {
    const { call } = createFixture();
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), (text, part, by) => {
        expect(call("String.replace", text, part, by)).toBe(text.split(part).join(by));
      }),
    );
    expect(call("String.replace", "a.b.c", ".", "$&")).toBe("a$&b$&c");
    expect(call("String.replaceFirst", "a.b.c", ".", "$1")).toBe("a$1b.c");
    expect(call("String.replace", "abc", "", "x")).toBe("abc");
  });

  it("cut lines at newlines, of which the last begins no line", () => {
    const { call } = createFixture();
    expect(call("String.lines", "")).toEqual([]);
    expect(call("String.lines", "a")).toEqual(["a"]);
    expect(call("String.lines", "a\nb\n")).toEqual(["a", "b"]);
    expect(call("String.lines", "a\r\n\nb")).toEqual(["a", "", "b"]);
    expect(call("String.lines", "\n")).toEqual([""]);
  });

  it("take patterns without their groups getting in the way", () => {
    const { call } = createFixture();
    expect(call("String.splitRegex", "a, b;c", /[,;]( )?/u)).toEqual(["a", "b", "c"]);
    expect(call("String.splitRegex", "abc", /(?:)/u)).toEqual(["a", "b", "c"]);
    expect(call("String.match", "x=12", /(\w)=(\d+)(!)?/u)).toEqual(["x=12", "x", "12", ""]);
    expect(call("String.match", "none", /\d/u)).toBeNull();
    expect(call("String.matchAll", "1 22 3", /\d+/u)).toEqual(["1", "22", "3"]);
    expect(call("String.matchAll", "none", /\d/u)).toEqual([]);
    expect(call("String.replaceRegex", "2026-11", /(\d+)-(\d+)/u, "$2/$1 $$")).toBe("11/2026 $");
  });

  it("take prefixes and suffixes off", () => {
    const { call } = createFixture();
    expect(call("String.removeSuffix", "a.txt", ".txt")).toBe("a");
    expect(call("String.removeSuffix", "a.txt", "")).toBe("a.txt");
    expect(call("String.removePrefix", "v1.2", "v")).toBe("1.2");
    expect(call("String.removePrefix", "1.2", "v")).toBe("1.2");
  });

  it("slice with negative indexes from the end, and never out of range", () => {
    const { call } = createFixture();
    expect(call("String.slice", "abcdef", 1, 3)).toBe("bc");
    expect(call("String.slice", "abcdef", -2)).toBe("ef");
    expect(call("String.slice", "abc", 5)).toBe("");
  });

  it("compare by bytes, as sort(1) does in the C locale", () => {
    const { call } = createFixture();
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (a, b) => {
        expect(call("String.compare", a, b)).toBe(Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))));
      }),
    );
    // A byte that is no UTF-8 sorts where its byte sorts: behind "é" (0xC3 0xA9), ahead of no byte above.
    expect(call("String.compare", decodeUtf8(Buffer.from([0xff])), "é")).toBe(1);
  });

  it("say what is wrong with what cannot be", async () => {
    const { faultOf } = createFixture();
    expect(await faultOf("String.charAt", "abc", 3)).toMatchObject({
      kind: "IndexFault",
      message: "index 3 is outside of a text of length 3: its indexes are 0 to 2",
    });
    expect((await faultOf("String.repeat", "ab", -1)).message).toBe("a text cannot be repeated -1 times");
    expect((await faultOf("String.repeat", "ab", 1e12)).kind).toBe("ArgumentFault");
    expect((await faultOf("String.padStart", "ab", 1e12)).kind).toBe("ArgumentFault");
    expect((await faultOf("String.count", "ab", "")).kind).toBe("ArgumentFault");
  });
});
