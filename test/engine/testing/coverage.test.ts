// Coverage of several tests added up: hits by every run, tests once each, and only those that passed.
import { expect, test } from "vitest";
import { sharesOf, totalCoverage } from "../../../src/engine/testing/coverage-totals.ts";

const points = [
  { file: 0, start: 0, line: 1 },
  { file: 0, start: 10, line: 2 },
  { file: 0, start: 12, line: 2 },
  { file: 0, start: 20, line: 3 },
  { file: 0, start: 10, line: 2, way: "true" },
  { file: 0, start: 10, line: 2, way: "false" },
];
const files = [{ path: "/a.dscript", digest: "sha256:aa", bytes: "sha256:00" }];

test("adds tests and whole runs up", () => {
  const { files: totals, bundles } = totalCoverage([
    {
      passed: true,
      reports: [
        {
          files,
          points,
          counts: [
            [0, 1],
            [1, 2],
            [2, 3],
            [4, 2],
          ],
        },
        { files, points, bundle: "sha256:bb", counts: [[0, 1]] },
      ],
    },
    {
      passed: false,
      reports: [
        {
          files,
          points,
          counts: [
            [0, 1],
            [3, 1],
          ],
        },
      ],
    },
  ]);
  const [file] = totals;
  expect([...(file?.lines ?? [])]).toEqual([
    [1, { hits: 3, tests: 1 }],
    [2, { hits: 3, tests: 1 }],
    [3, { hits: 1, tests: 0 }],
  ]);
  expect(sharesOf(totals)).toEqual({ lines: [3, 3], ways: [1, 2] });
  expect([...(bundles.get("sha256:bb")?.[0]?.lines ?? [])].map(([line, { tests }]) => [line, tests])).toEqual([
    [1, 1],
    [2, 0],
    [3, 0],
  ]);
});
