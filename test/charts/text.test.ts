// Texts in lines: with the widths of the font that draws them, and by the rules of Japanese.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exactWidth, textWidth, wrapped } from "../../src/charts/index.ts";

const lines = (text: string, width: number, most = 99): readonly string[] => wrapped(text, 10, width, most, exactWidth);

describe("a width", () => {
  test("is that of the font: Latin letters each their own, Japanese ones all the same", () => {
    expect(exactWidth("i", 10)).toBeCloseTo(2.6);
    expect(exactWidth("W", 10)).toBeCloseTo(9.15);
    expect(exactWidth("0123", 10)).toBeCloseTo(22);
    expect(exactWidth("障害、", 10)).toBe(30);
    expect(exactWidth("ｶﾅ", 10)).toBe(10);
    expect(exactWidth("😀", 10)).toBe(10);
    expect(exactWidth("𠮷", 10)).toBe(10);
    expect(exactWidth("", 10)).toBe(0);
  });

  test("has something to spare for Latin letters, which other fonts draw wider", () => {
    expect(textWidth("word", 10)).toBeCloseTo(exactWidth("word", 10) * 1.08);
    expect(textWidth("障害", 10)).toBe(20);
  });
});

describe("lines", () => {
  test("break at blanks, and a long word behind a sign in it, or where it must", () => {
    expect(lines("the quick brown fox jumps", 60)).toEqual(["the quick", "brown fox", "jumps"]);
    expect(lines("see https://example.org/a-long-path", 90)).toEqual(["see", "https://example.", "org/a-long-path"]);
    expect(lines("w".repeat(14), 40)).toEqual(["wwwww", "wwwww", "wwww"]);
  });

  test("begin with no full stop, closing bracket or small letter, and end with no opening bracket", () => {
    expect(lines("電源断、過負荷。", 40)).toEqual(["電源断、", "過負荷。"]);
    expect(lines("これは「障害」の例", 40)).toEqual(["これは", "「障害」", "の例"]);
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."電源断のとき、サーバーはっきり。「（）」ーabc "), maxLength: 60 }),
        fc.integer({ min: 60, max: 160 }),
        (text, width) => {
          // Signs in a row, of which one has to begin the line, are nobody's text.
          fc.pre(
            !/[、。」）ー「（っャュョ]{2}/.test(text) && !/^[、。」）ーっ]| [、。」）ーっ]|[「（] |[「（]$/.test(text),
          );
          for (const line of lines(text, width).slice(1)) expect(line).not.toMatch(/^[、。」）ーっ]/);
          for (const line of lines(text, width)) expect(line).not.toMatch(/[「（]$/);
        },
      ),
    );
  });

  test("keep Japanese words together with what clings to them", () => {
    expect(lines("ロードバランサーがすべてのリクエストを送っている", 110)).toEqual([
      "ロードバランサーが",
      "すべてのリクエストを",
      "送っている",
    ]);
    expect(lines("停電は一回につき30分を超えない", 80)).toEqual(["停電は一回につき", "30分を超えない"]);
    expect(lines("切り替えがすべて RAM に", 110)).toEqual(["切り替えがすべて RAM", "に"]);
  });

  test("end where the text has its own ends", () => {
    expect(lines("one\ntwo", 200)).toEqual(["one", "two"]);
  });

  test("hold every letter of the text, and are no wider than they may be", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), fc.integer({ min: 30, max: 200 }), (text, width) => {
        const made = lines(text, width);
        expect(made.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
        for (const line of made)
          if (
            !/[、。，．・：；！？」』）】〉》〕］｝〟”’…‥ーゝゞ々「『（【〈《〔［｛〝“‘]/.test(line) &&
            [...line].length > 1
          )
            expect(exactWidth(line, 10)).toBeLessThanOrEqual(width + 0.01);
      }),
    );
  });

  test("beyond the last one are cut", () => {
    expect(lines("one two three four five", 40, 2)).toEqual(["one two", "three …"]);
  });
});
