// Differences of texts: applied to the first they give the second, and they are short.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unifiedDifference } from "../../src/text/index.ts";

/** What a diff makes of a text whose lines all end with a newline; throws where it does not fit. */
function apply(before: string, lines: readonly string[]): string {
  const from = before === "" ? [] : before.slice(0, -1).split("\n");
  const result: string[] = [];
  let at = 0;
  for (const line of lines) {
    const head = /^@@ -(\d+),(\d+) \+\d+,\d+ @@$/.exec(line);
    if (head !== null) {
      const start = Number(head[2]) === 0 ? Number(head[1]) : Number(head[1]) - 1;
      result.push(...from.slice(at, start));
      at = start;
      continue;
    }
    const text = line.slice(1);
    if (line.startsWith("+")) result.push(text);
    else {
      if (from[at] !== text) throw new Error(`line ${at + 1} is ${from[at]}, not ${text}`);
      at += 1;
      if (line.startsWith(" ")) result.push(text);
    }
  }
  return [...result, ...from.slice(at)].map((line) => `${line}\n`).join("");
}

describe("the difference of two texts", () => {
  test("is nothing where they are the same", () => {
    expect(unifiedDifference("a\nb\n", "a\nb\n")).toEqual([]);
  });

  test("shows three lines around a change", () => {
    const text = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
    expect(unifiedDifference(text, text.replace("5\n", "five\n"))).toEqual([
      "@@ -2,7 +2,7 @@",
      " 2",
      " 3",
      " 4",
      "-5",
      "+five",
      " 6",
      " 7",
      " 8",
    ]);
  });

  test("says that a newline is missing where that is the difference", () => {
    expect(unifiedDifference("a\nb\n", "a\nb")).toEqual([
      "@@ -1,2 +1,2 @@",
      " a",
      "-b",
      "+b",
      "\\ No newline at the end",
    ]);
    expect(unifiedDifference("a", "b")).toEqual(["@@ -1,1 +1,1 @@", "-a", "+b"]);
  });

  test("is cut where nobody reads on", () => {
    const many = Array.from({ length: 500 }, (_, index) => `${index}\n`).join("");
    const lines = unifiedDifference(many, "", 10);
    expect(lines).toHaveLength(11);
    expect(lines.at(-1)).toBe("… 491 more lines");
  });

  test("is quick for long texts without a line in common", () => {
    const of = (letter: string): string => Array.from({ length: 20_000 }, (_, at) => `${letter}${at}\n`).join("");
    expect(unifiedDifference(of("a"), of("b"), 5)).toHaveLength(6);
  });

  test("applied to the first gives the second", () => {
    const text = fc
      .array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 30 })
      .map((lines) => lines.map((line) => `${line}\n`).join(""));
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(apply(before, unifiedDifference(before, after, 10_000))).toBe(after);
      }),
      { numRuns: 2000 },
    );
  });
});
