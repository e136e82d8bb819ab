// Figures over time as a plot of characters.

const height = 8;
const width = 72;
const blocks = " ▁▂▃▄▅▆▇█";

/** One series, from 0 to its largest value; each column is the largest of its share. */
export function plot(title: string, unit: string, values: readonly number[]): string {
  if (values.length === 0) return `${title}: nothing was measured\n`;
  const count = Math.min(width, values.length);
  const share = values.length / count;
  const columns = Array.from({ length: count }, (_, index) => {
    const from = Math.floor(index * share);
    return Math.max(...values.slice(from, Math.max(from + 1, Math.floor((index + 1) * share))));
  });
  const top = Math.max(...columns, 1);
  const label = `${top} ${unit}`;
  const lines: string[] = [];
  for (let row = height - 1; row >= 0; row--) {
    const cells = columns.map((value) => {
      const eighths = Math.round((value / top) * height * 8) - row * 8;
      return blocks[Math.min(8, Math.max(0, eighths))];
    });
    lines.push(`${(row === height - 1 ? label : row === 0 ? "0" : "").padStart(label.length)} │${cells.join("")}`);
  }
  return `${title}\n${lines.join("\n")}\n`;
}

/** The middle value. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/**
 * How much the last quarter's median lies above the second quarter's; 0.1 is a tenth. The first quarter warms up.
 * Of what comes and goes with each command, the `least` of a quarter is what stays: a leak lifts that.
 */
export function growthOf(values: readonly number[], of: "median" | "least" = "median"): number {
  const quarter = values.length >> 2;
  if (quarter === 0) return 0;
  const judge = of === "median" ? median : (some: readonly number[]): number => Math.min(...some);
  return judge(values.slice(-quarter)) / Math.max(1, judge(values.slice(quarter, 2 * quarter))) - 1;
}
