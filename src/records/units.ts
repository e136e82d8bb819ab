/** The units of durations and sizes, and texts that carry them (language 5). */

/** Milliseconds. */
export const durationUnits: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** Bytes. */
export const sizeUnits: Readonly<Record<string, number>> = {
  B: 1,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
  TiB: 2 ** 40,
};

/** Milliseconds of "500ms", "10s", "1.5h"; undefined for anything else. */
export function readDuration(text: string): number | undefined {
  return withUnit(text, durationUnits);
}

/** Bytes of "64MiB", "1.5 GB"; undefined for anything else. */
export function readSize(text: string): number | undefined {
  return withUnit(text, sizeUnits);
}

/** "12 ms", "3.4 s", "5 m 07 s", "2 h 03 m", "3 d 04 h": how long something took, begun units not counted. */
export function durationText(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${(Math.floor(milliseconds / 100) / 10).toFixed(1)} s`;
  const seconds = Math.floor(milliseconds / 1000);
  const pair = (high: number, highUnit: string, low: number, lowUnit: string) =>
    `${high} ${highUnit} ${String(low).padStart(2, "0")} ${lowUnit}`;
  if (seconds < 3600) return pair(Math.floor(seconds / 60), "m", seconds % 60, "s");
  if (seconds < 86_400) return pair(Math.floor(seconds / 3600), "h", Math.floor(seconds / 60) % 60, "m");
  return pair(Math.floor(seconds / 86_400), "d", Math.floor(seconds / 3600) % 24, "h");
}

function withUnit(text: string, units: Readonly<Record<string, number>>): number | undefined {
  const match = /^(\d{1,15}(?:\.\d{1,9})?) ?([A-Za-z]{1,3})$/.exec(text.trim());
  const unit = Object.hasOwn(units, match?.[2] ?? "") ? units[match?.[2] ?? ""] : undefined;
  const value = match === null || unit === undefined ? Number.NaN : Math.round(Number(match[1]) * unit);
  return Number.isSafeInteger(value) ? value : undefined;
}
