/** Sizes and durations as a configuration file writes them, in the language's own units (language 5). */

const sizeUnits: Readonly<Record<string, number>> = {
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

const durationUnits: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Bytes of "64MiB", "1.5 GB"; undefined for anything else. */
export function parseSize(value: unknown): number | undefined {
  return withUnit(value, sizeUnits);
}

/** Milliseconds of "500ms", "10s", "5m", "2h", "1d"; undefined for anything else. */
export function parseDuration(value: unknown): number | undefined {
  return withUnit(value, durationUnits);
}

/** Low and high of "0..1", both from 0 to 255. */
export function parseRange(value: string): readonly [number, number] | undefined {
  const match = /^(\d{1,3})\.\.(\d{1,3})$/.exec(value.trim());
  if (match === null) return undefined;
  const low = Number(match[1]);
  const high = Number(match[2]);
  return low <= high && high <= 255 ? [low, high] : undefined;
}

function withUnit(value: unknown, units: Readonly<Record<string, number>>): number | undefined {
  if (typeof value !== "string") return undefined;
  const match = /^(\d{1,15}(?:\.\d{1,9})?) ?([A-Za-z]{1,3})$/.exec(value.trim());
  const unit = Object.hasOwn(units, match?.[2] ?? "") ? units[match?.[2] ?? ""] : undefined;
  return match === null || unit === undefined ? undefined : Math.round(Number(match[1]) * unit);
}
