// Text made to fit a terminal's width.
import { describe, expect, it } from "vitest";
import { fitted } from "../../src/cli/fit.ts";
import { growth } from "../growth.ts";

describe("fitted", () => {
  it("leaves what fits as it is, frames of source text always", () => {
    for (const text of [
      "",
      "short\n",
      "    1 | a line of a source file that is longer\n      | ^^^^^^^^^^^^^^^^^^^^^^^^^\n",
    ])
      expect(fitted(text, 20)).toBe(text);
  });

  it("breaks at blanks and goes on below the beginning, two columns in", () => {
    expect(fitted("  one two three four five six\n", 20)).toBe("  one two three four\n    five six\n");
  });

  it("hangs what a label means below its beginning, or below the label where there is little room", () => {
    const line = "  --keep INT    how many days to keep what was made";
    expect(fitted(line, 40)).toBe("  --keep INT    how many days to keep\n                what was made");
    expect(fitted(line, 24)).toBe("  --keep INT\n      how many days to\n      keep what was made");
  });

  it("never cuts a word, loses none, and counts neither colours nor twice", () => {
    expect(fitted("a /very/long/path/that/nobody/breaks b", 20)).toBe("a\n  /very/long/path/that/nobody/breaks\n  b");
    expect(fitted("\u001b[1;31mone two three four\u001b[0m", 20)).toBe("\u001b[1;31mone two three four\u001b[0m");
    expect(fitted("漢字漢字漢字 漢字漢字漢字", 20)).toBe("漢字漢字漢字\n  漢字漢字漢字");
  });

  it("treats a window narrower than 20 columns as one of 20", () => {
    expect(fitted("one two three four five", 1)).toBe("one two three four\n  five");
  });

  it("takes time in proportion to the text", () => {
    const work = (words: number) => (): void => void fitted(`${"word ".repeat(words)}\n`, 80);
    expect(growth(50_000, 8, work)).toBeLessThan(24);
  });
});
