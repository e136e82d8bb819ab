/** How often a run writes down how its host does, as `--sample` and `sample` write it. */

import { readDuration } from "../records/index.ts";

const shortest = 1000;
const longest = 86_400_000;

/** What is expected, in words, and how it looks. */
export const sampleExpected = "a duration from 1s to 1d";

/** Milliseconds; undefined where the text is none, or out of its range. */
export function readSampleInterval(text: string): number | undefined {
  const value = readDuration(text);
  return value !== undefined && value >= shortest && value <= longest ? value : undefined;
}
