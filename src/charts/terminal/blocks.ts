/** Columns of block characters. */

const eighths = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/** One row: a character a value, from " " for nothing to "█" for `largest`. */
export function sparks(values: readonly number[], largest: number): string {
  return values.map((value) => (value <= 0 ? " " : eighths[Math.max(1, Math.round((8 * value) / largest))])).join("");
}

/** Several rows, the top one first: together eight times as fine as rows. */
export function columns(values: readonly number[], largest: number, rows: number): readonly string[] {
  const units = values.map((value) => (value <= 0 ? 0 : Math.max(1, Math.round((8 * rows * value) / largest))));
  return Array.from({ length: rows }, (_, at) => {
    const below = (rows - 1 - at) * 8;
    return units.map((unit) => eighths[Math.max(0, Math.min(8, unit - below))]).join("");
  });
}
