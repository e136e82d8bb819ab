/** Round times for an axis, in the time of this machine, and their labels. */

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const steps: readonly number[] = [
  ...[1, 2, 5, 10, 15, 30].map((count) => count * second),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * minute),
  ...[1, 2, 3, 6, 12].map((count) => count * hour),
  ...[1, 2, 7, 14, 28, 91, 182, 364, 1820, 3640, 36_400].map((count) => count * day),
];

export interface TimeTick {
  /** Milliseconds since the epoch. */
  readonly time: number;
  /** "14:30", "Jan 5", "2026". */
  readonly label: string;
}

export interface TimeTicks {
  readonly ticks: readonly TimeTick[];
  /** The days that the axis goes over: "2026-01-05", or "2026-01-05 – 2026-02-02". */
  readonly days: string;
}

/** At most so many ticks between two times; the labels' form fits their distance. */
export function timeTicks(from: number, to: number, most: number): TimeTicks {
  const span = Math.max(1, to - from);
  const step = steps.find((one) => span / one <= most) ?? Math.ceil(span / most / (36_400 * day)) * 36_400 * day;
  const shift = -new Date(from).getTimezoneOffset() * minute;
  const ticks: TimeTick[] = [];
  for (let time = Math.ceil((from + shift) / step) * step - shift; time <= to; time += step)
    ticks.push({ time, label: labelOf(new Date(time), step) });
  const [first, last] = [dayText(new Date(from)), dayText(new Date(Math.max(from, to - 1)))];
  return { ticks, days: first === last ? first : `${first} – ${last}` };
}

const two = (value: number): string => String(value).padStart(2, "0");

/** "2026-01-05" */
function dayText(date: Date): string {
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** "14:30", with seconds where they are not 0. */
function clockText(date: Date): string {
  const seconds = date.getSeconds();
  return `${two(date.getHours())}:${two(date.getMinutes())}${seconds === 0 ? "" : `:${two(seconds)}`}`;
}

function labelOf(date: Date, step: number): string {
  if (step >= 364 * day) return String(date.getFullYear());
  if (step >= day) return `${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const isMidnight = date.getHours() === 0 && date.getMinutes() === 0 && date.getSeconds() === 0;
  return isMidnight ? `${two(date.getMonth() + 1)}-${two(date.getDate())}` : clockText(date);
}

/** "5 s", "15 min", "3 h", "7 d": a width of time in its largest whole unit. */
export function widthText(milliseconds: number): string {
  for (const [size, unit] of [
    [day, "d"],
    [hour, "h"],
    [minute, "min"],
  ] as const)
    if (milliseconds >= size && milliseconds % size === 0) return `${milliseconds / size} ${unit}`;
  return `${milliseconds / second} s`;
}
