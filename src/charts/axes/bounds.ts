/** The least and the largest of many numbers. */

/** However many there are; 0 twice where there is none. */
export function boundsOf(values: readonly number[]): readonly [low: number, high: number] {
  let [low, high] = [values[0] ?? 0, values[0] ?? 0];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}
