// The phrase book's own rules: holes, numbers, quotes, lines, sentences behind each other, and texts that are no phrases.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PhraseBook } from "../../src/japanese/phrase-book.ts";

const book = new PhraseBook([
  ["the file", "ファイル"],
  ["{} is gone", "{t1}がない"],
  ["cannot open {} for {}: {}", "{1}を{t2}で開けない: {t3}"],
  ["reading", "読み取り用"],
  ["{#} words", "{1} 語"],
  ["write `{}`", "`{1}` と書く"],
  ["write `{}` or `{}`", "`{1}` か `{2}` と書く"],
]);

describe("a phrase", () => {
  test.each([
    ["the file", "ファイル"],
    ["the file is gone", "ファイルがない"],
    ["/etc/x is gone", "/etc/x がない"],
    ["日本 is gone", "日本がない"],
    ["7 words", "7 語"],
    ["-7.5 words", "-7.5 語"],
    ["write `a` or `b`", "`a` か `b` と書く"],
    ["write `a`", "`a` と書く"],
    ["the file is gone is gone", "ファイルがないがない"],
  ])("%s", (english, translation) => {
    expect(book.translate(english)).toBe(translation);
  });

  test("does not look for its words in quotes", () => {
    expect(book.translate('cannot open "a for b: c" for reading: the file is gone')).toBe(
      '"a for b: c" を読み取り用で開けない: ファイルがない',
    );
  });

  test("stands ahead of what is none: a message of a command, a further sentence", () => {
    expect(book.translate("the file: tar: cannot stat")).toBe("ファイル: tar: cannot stat");
    expect(book.translate("the file is gone; write `x`")).toBe("ファイルがない。`x` と書く");
    expect(book.translate("the file\n  7 words\nunknown\n")).toBe("ファイル\n  7 語\nunknown\n");
  });
});

describe("a text that is no phrase", () => {
  test.each(["", "the files", "some words", "write `", " is gone", "xthe file", "seven words"])("stays: %j", (text) => {
    expect(book.translate(text)).toBe(text);
  });

  test("stays whole where it is too long to be words", () => {
    const long = `${"x".repeat(10_000)} is gone`;
    expect(book.translate(long)).toBe(long);
  });

  test("never throws, and keeps its data", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (data) => {
        const quoted = JSON.stringify(data);
        expect(book.translate(`${quoted} is gone`)).toContain(data === "" ? '""' : quoted);
        book.translate(data);
      }),
    );
  });

  test("is translated no deeper than a few levels", () => {
    expect(book.translate(`the file${" is gone".repeat(500)}`)).toContain("がない");
  });
});
