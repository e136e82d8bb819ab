/** How long a run may take, as `--max-time` and `max_time` write it. */

import { readDuration } from "../records/index.ts";

const longest = 365 * 86_400_000;

/** What is expected, in words, and how it looks. */
export const maxTimeExpected = "a duration from 1ms to 365d";

/** Milliseconds; undefined where the text is none, or out of its range. */
export function readMaxTime(text: string): number | undefined {
  const value = readDuration(text);
  return value !== undefined && value >= 1 && value <= longest ? value : undefined;
}
