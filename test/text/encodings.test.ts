// Which encoding bytes are in that are no UTF-8.
import { describe, expect, it } from "vitest";
import { type Encoding, encodingsOf, wideEncoding } from "../../src/text/index.ts";

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replaceAll(" ", ""), "hex"));
const latin = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "latin1"));

/** "G1: 日本の店" */
const japanese: readonly (readonly [Encoding, string])[] = [
  ["SHIFT_JIS", "47313a20 93fa967b82cc9358"],
  ["EUC-JP", "47313a20 c6fccbdca4cec5b9"],
];

describe("the encoding of a text", () => {
  it.for(japanese)("%s is known by its kana", ([name, hex]) => {
    expect(encodingsOf(bytes(hex))).toEqual([name]);
  });

  it("is Latin-1 where single letters stand between those of ASCII", () => {
    expect(encodingsOf(latin("G1: Le café répond à Zürich"))).toEqual(["ISO-8859-1"]);
  });

  it("is Windows' where it has its quotes", () => {
    expect(encodingsOf(latin("G1: l\u0092été, c\u0092est là-bas, déjà"))).toEqual(["WINDOWS-1252"]);
  });

  it("is one of several where kanji stand alone", () => {
    expect(encodingsOf(bytes("93fa967b"))).toEqual(["SHIFT_JIS", "WINDOWS-1252"]);
  });

  it("is that of UTF-8 but for a few bytes", () => {
    expect(encodingsOf(Buffer.concat([Buffer.from("店は応答する"), bytes("93fa")]))).toBe("mixed");
  });

  it("is none where the bytes are no text", () => {
    expect(encodingsOf(bytes("81ff8d90fffd"))).toEqual([]);
  });

  it("of two or four bytes a letter is known with and without a mark", () => {
    expect(wideEncoding(Buffer.from("\ufeffG1:", "utf16le"))).toBe("UTF-16");
    expect(wideEncoding(Buffer.from("G1: { text: 店 }", "utf16le"))).toBe("UTF-16LE");
    expect(wideEncoding(Buffer.from("G1: { text: 店 }", "utf16le").swap16())).toBe("UTF-16BE");
    expect(wideEncoding(bytes("fffe0000 47000000"))).toBe("UTF-32");
    expect(wideEncoding(Buffer.from("G1: {}"))).toBeUndefined();
    expect(wideEncoding(new Uint8Array())).toBeUndefined();
  });
});
