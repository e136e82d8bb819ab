/** What the clauses of monitors and `when` may say: the check asks it of literals, the watch of what is computed (language 6). */

export type WatchClause = "every" | "at most" | "per";

interface Bounds {
  /** Milliseconds, or times. */
  readonly least: number;
  readonly most: number;
  /** In words. */
  readonly says: string;
}

const day = 86_400_000;

export const watchBounds: Readonly<Record<WatchClause, Bounds>> = {
  every: { least: 10, most: 30 * day, says: "a time from 10ms to 30d" },
  "at most": { least: 1, most: 10_000, says: "a number from 1 to 10000" },
  per: { least: 10, most: 366 * day, says: "a time from 10ms to 366d" },
};
