/** Ranges as a configuration file writes them. */

/** Low and high of "0..1", both from 0 to 255. */
export function parseRange(value: string): readonly [number, number] | undefined {
  const match = /^(\d{1,3})\.\.(\d{1,3})$/.exec(value.trim());
  if (match === null) return undefined;
  const low = Number(match[1]);
  const high = Number(match[2]);
  return low <= high && high <= 255 ? [low, high] : undefined;
}
