// All cases, run two at a time on one network.
import type { FaultCase } from "./case.ts";
import { type Outcome, runCase } from "./run.ts";
import { openStation } from "./weather/station.ts";

export interface AllOptions {
  readonly trace?: boolean;
  /** How many run at the same time. */
  readonly atOnce?: number;
  onOutcome?(outcome: Outcome, done: number): void;
}

/** Runs the cases; outcomes come in the cases' order. */
export async function runAll(
  cases: readonly FaultCase[],
  { trace = false, atOnce = 2, onOutcome }: AllOptions = {},
): Promise<readonly Outcome[]> {
  const station = await openStation();
  const outcomes: Outcome[] = [];
  let [next, done] = [0, 0];
  const worker = async (): Promise<void> => {
    for (let index = next++; index < cases.length; index = next++) {
      const each = cases[index];
      if (each === undefined) return;
      const outcome = await runCase(each, { station, trace });
      outcomes[index] = outcome;
      onOutcome?.(outcome, ++done);
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, worker));
  } finally {
    station.close();
  }
  return outcomes;
}

/** So many of the cases, drawn by a seed: each has the same chance, and the same seed draws the same ones. */
export function sample<T>(cases: readonly T[], size: number, seed: number): readonly T[] {
  let state = seed >>> 0;
  // Mulberry32, which is enough to draw cases.
  const random = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return cases
    .map((each) => ({ each, at: random() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, size)
    .map(({ each }) => each);
}
