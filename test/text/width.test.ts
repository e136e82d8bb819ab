// How wide texts are in a terminal: what lines are underlined by, and columns aligned by.
import { describe, expect, test } from "vitest";
import { renderFrame } from "../../src/diagnostics/render.ts";
import { createSource, displayWidth } from "../../src/text/index.ts";

describe("the width of a text", () => {
  test.each([
    ["", 0],
    ["abc", 3],
    ["日本語", 6],
    ["カタカナ", 8],
    ["ｶﾀｶﾅ", 4],
    ["ﾊﾞﾊﾟ", 4],
    ["か\u3099は\u309a", 4],
    ["e\u0301a\u0328", 2],
    ["ＡＢＣ　１", 10],
    ["「、。」", 8],
    ["…①─αя", 5],
    ["한국어", 6],
    ["\u1112\u1161\u11ab", 2],
    ["𠮷野家", 6],
    ["🚀✅", 4],
    ["✔☃", 2],
    ["a\u200bb\ufeff", 2],
    ["葛\u{e0100}", 2],
  ])("%j is %i", (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe("the marks below a line", () => {
  test.each([
    ["println(件数)", "件数"],
    ["rm ｶﾅ か\u3099 資料.txt", "資料.txt"],
    ["\techo 🚀 ${x}", "${x}"],
    [`echo ${"日本".repeat(100)} ここ ${"後".repeat(100)}`, "ここ"],
  ])("stand right below the words: %j, %j", (text, words) => {
    const start = text.indexOf(words);
    const [line = "", marks = ""] = renderFrame(createSource("x", text), { start, end: start + words.length }).split(
      "\n",
    );
    expect(displayWidth(marks.slice(0, marks.indexOf("^")))).toBe(displayWidth(line.slice(0, line.indexOf(words))));
    expect(marks.match(/\^+/)?.[0].length).toBe(displayWidth(words));
  });
});
