// A part of the fault benchmark, drawn by a fixed seed: each case fails where it says, and most are ranked rightly.
import { describe, expect, it } from "vitest";
import { runAll, sample } from "../../bench/faults/all.ts";
import { cases } from "../../bench/faults/cases/index.ts";
import { sharesOf } from "../../bench/faults/measures.ts";
import { obstacle } from "../../bench/faults/weather/machine.ts";

const why = obstacle();
/** The share that must be ranked first in the sample; the whole benchmark is in docs/benchmarks.md. */
const floor = 0.8;

describe("failures that are caused on purpose", () => {
  // Cases that wait for a time limit, or need many seconds, are left to `npm run bench:faults`.
  const quick = cases.filter(
    ({ mechanism, needsState, practice }) =>
      needsState !== true && practice !== true && !/timeout|silent|slow|wait|drips/.test(mechanism),
  );

  it.skipIf(why !== null)(
    `fail where they say, and most are ranked rightly${why === null ? "" : ` (${why})`}`,
    { timeout: 300_000 },
    async () => {
      const outcomes = await runAll(sample(quick, 40, 5));
      expect(outcomes.flatMap((each) => (each.kind === "mistake" ? [`${each.of.id}: ${each.why}`] : []))).toEqual([]);
      const failed = outcomes.filter((each) => each.kind === "failed");
      expect(failed.length).toBeGreaterThan(20);
      const { first } = sharesOf(failed.map(({ of, record }) => ({ truth: of.truth, ranking: record.Diagnosis })));
      expect(first).toBeGreaterThanOrEqual(floor);
    },
  );
});
