/** Round numbers for an axis. */

/** Ticks from at or below `low` to at or above `high`, about so many; at least two, in order. */
export function numberTicks(low: number, high: number, about: number): readonly number[] {
  const span = high > low ? high - low : Math.max(Math.abs(high), 1);
  const rough = span / Math.max(1, about);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough * 0.999) ?? 10);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil((high > low ? high : low + span) / step - 1e-9));
  return Array.from({ length: last - first + 1 }, (_, at) => clean((first + at) * step));
}

/** Without the noise of binary fractions. */
function clean(value: number): number {
  return Number(value.toPrecision(12));
}

const units = ["", "k", "M", "G", "T", "P"];

/** "950", "1.2k", "3.5M": short enough for an axis. */
export function shortNumber(value: number): string {
  const size = Math.abs(value);
  if (size === 0) return "0";
  if (size < 0.001 || size >= 1e18) return value.toExponential(1);
  if (size < 1000) return String(Number(value.toPrecision(3)));
  const power = Math.min(units.length - 1, Math.floor(Math.log10(size) / 3));
  return `${Number((value / 1000 ** power).toPrecision(3))}${units[power]}`;
}
