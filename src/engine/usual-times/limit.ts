/** From which time on a command is slow: a rule that holds for any distribution of its times (log, section 8). */

/** What a command's earlier runs make normal, in milliseconds. */
export interface UsualTime {
  /** The median. */
  readonly usual: number;
  readonly limit: number;
  /** How many runs it is made of. */
  readonly runs: number;
}

/** Fewer runs say nothing. */
const fewestRuns = 20;
/** Of older ones nothing is kept. */
export const mostRuns = 100;
/** Milliseconds: what is faster is never slow. */
const shortestLimit = 250;
const leastMargin = 1.5;

/**
 * The limit is the longest of the last runs, times the ratio of that to the median, or times 1.5 where that is more.
 * Where runs are exchangeable, the next one is longer than all of n with a probability of 1/(n+1) at most, whatever their distribution
 * (Vovk et al., Algorithmic Learning in a Random World, 2005): the limit lies beyond that. Undefined ahead of 20 runs.
 */
export function usualTime(times: readonly number[]): UsualTime | undefined {
  const last = times.slice(-mostRuns);
  if (last.length < fewestRuns) return undefined;
  const sorted = last.toSorted((a, b) => a - b);
  const usual = Math.max(1, sorted[sorted.length >> 1] ?? 1);
  const most = sorted.at(-1) ?? usual;
  const limit = Math.max(shortestLimit, most * Math.max(leastMargin, most / usual));
  return { usual: Math.round(usual), limit: Math.round(limit), runs: last.length };
}

/** The times with one more. One beyond the limit counts as the limit: a hang must not hide the next one, and what is normal from now on is learnt in steps. */
export function withTime(times: readonly number[], next: number): readonly number[] {
  const limit = usualTime(times)?.limit ?? Number.POSITIVE_INFINITY;
  return [...times, rounded(Math.min(next, limit))].slice(-mostRuns);
}

/** Three digits are enough, and short to write down. */
function rounded(milliseconds: number): number {
  return Number(milliseconds.toPrecision(3));
}
