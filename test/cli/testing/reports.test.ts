// Reports for machines, whatever tests are called and print.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jsonText } from "../../../src/cli/testing/json-report.ts";
import { junitText } from "../../../src/cli/testing/junit-report.ts";
import { tapText } from "../../../src/cli/testing/tap-report.ts";
import type { FileResult, TestOutcome } from "../../../src/engine/index.ts";

const word = fc.string({ unit: "binary", maxLength: 20 });
const failure = fc.record({
  ...{ shown: word, plain: word, kind: word, class: word, message: word, file: word, line: fc.nat(99) },
});
const outcome: fc.Arbitrary<TestOutcome> = fc.record({
  name: word,
  line: fc.nat(99),
  state: fc.constantFrom("passed" as const, "failed" as const, "skipped" as const),
  milliseconds: fc.double({ min: 0, max: 1e6, noNaN: true }),
  why: word,
  failures: fc.array(failure, { maxLength: 2 }),
  output: word,
});
const results: fc.Arbitrary<FileResult[]> = fc.array(
  fc.record({
    file: word,
    tests: fc.array(outcome, { maxLength: 3 }),
    failure: fc.option(failure, { nil: undefined }),
    milliseconds: fc.constant(1),
    goldens: fc.constant([]),
    paths: fc.constant([]),
    coverage: fc.constant([]),
  }) as fc.Arbitrary<FileResult>,
  { maxLength: 3 },
);

describe("JUnit XML", () => {
  // XML 1.0, production 2, of which a report has no carriage return and no C1 control either.
  const notAllowed = /[^\t\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

  test("holds no character that XML cannot hold, and its elements and quotes close", () => {
    fc.assert(
      fc.property(results, (files) => {
        const xml = junitText(files, 0, "host");
        expect(xml).not.toMatch(notAllowed);
        const open: string[] = [];
        const rest = xml
          .slice(xml.indexOf("?>") + 2)
          .replace(/<(\/?)([\w-]+)((?: [\w-]+="[^"<]*")*)(\/?)>/g, (_all, end, name, _attributes, empty) => {
            if (end === "/") expect(open.pop()).toBe(name);
            else if (empty !== "/") open.push(name);
            return "";
          });
        expect(open).toEqual([]);
        expect(rest).not.toMatch(/[<>]/);
        expect(rest).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#10;|#9;)/);
      }),
    );
  });
});

describe("TAP", () => {
  test("has a line for each test, in order, and its blocks are JSON texts", () => {
    fc.assert(
      fc.property(results, (files) => {
        const lines = tapText(files).split("\n");
        expect(lines[0]).toBe("TAP version 14");
        const count = files.reduce(
          (sum, { tests, failure: whole }) => sum + tests.length + (whole === undefined ? 0 : 1),
          0,
        );
        expect(lines[1]).toBe(`1..${count}`);
        const points = lines.filter((line) => /^(?:not )?ok /.test(line));
        expect(points.map((line) => Number(/ok (\d+)/.exec(line)?.[1]))).toEqual(points.map((_, index) => index + 1));
        expect(points).toHaveLength(count);
        for (const line of lines.slice(2)) {
          const value = /^ {2}(?:message|details|output|kind|class): (.*)$/.exec(line)?.[1];
          if (value !== undefined) expect(typeof JSON.parse(value)).toBe("string");
          else
            expect(line).toMatch(
              /^(?:(?:not )?ok \d+ - | {2}(?:---|\.\.\.|severity: fail|at:|duration_ms: [\d.]+| {2}(?:file|line): .*)$|$)/,
            );
        }
      }),
    );
  });
});

test("JSON is one document", () => {
  fc.assert(
    fc.property(results, (files) => {
      const { summary } = JSON.parse(jsonText(files, 1)) as { summary: { passed: number } };
      expect(summary.passed).toBe(files.flatMap(({ tests }) => tests).filter(({ state }) => state === "passed").length);
    }),
  );
});
