// A soak of failures: the whole fault benchmark; each case must fail as it says, and most must be ranked rightly.
import { runAll, sample } from "../faults/all.ts";
import { cases } from "../faults/cases/index.ts";
import { sharesOf } from "../faults/measures.ts";
import { obstacle } from "../faults/weather/machine.ts";
import { plot } from "./plot.ts";
import type { Finding } from "./report.ts";

/** The share that must come first. */
const floor = 0.8;

/** Runs so many of the cases, drawn by the seed; `all` of them where there are no more. */
export async function soakFaults(count: number, seed: number, onProgress: (text: string) => void): Promise<Finding> {
  const title = "Failures caused on purpose";
  const why = obstacle();
  if (why !== null) return { title, says: `left out: ${why}`, plots: [], problems: [] };
  const chosen = sample(cases, count, seed);
  const outcomes = await runAll(chosen, {
    onOutcome: (_, done) => onProgress(`faults: ${done} of ${chosen.length}`),
  });
  const failed = outcomes.filter((each) => each.kind === "failed");
  const plain = failed.filter(({ of }) => of.needsState !== true);
  const { first, topTwo } = sharesOf(plain.map(({ of, record }) => ({ truth: of.truth, ranking: record.Diagnosis })));
  const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
  const problems = outcomes.flatMap((each) => (each.kind === "mistake" ? [`${each.of.id}: ${each.why}`] : []));
  if (first < floor) problems.push(`only ${percent(first)} ranked first`);
  return {
    title,
    says: `${failed.length} failures of ${chosen.length} cases; of ${plain.length} without the agreed state ${percent(first)} ranked first, ${percent(topTwo)} in the top two; ${problems.length} problems`,
    plots: [
      plot(
        "a case's time",
        "ms",
        failed.map(({ milliseconds }) => Math.round(milliseconds)),
      ),
    ],
    problems,
  };
}
