/** Figures of samples as sentences have them. */

/** "3.2 GB", "512 bytes": decimal units, as df -H has them. */
export function amount(bytes: number): string {
  const units = ["kB", "MB", "GB", "TB", "PB"];
  if (bytes < 1000) return `${bytes} bytes`;
  let value = bytes / 1000;
  let at = 0;
  while (value >= 1000 && at < units.length - 1) {
    value /= 1000;
    at += 1;
  }
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${units[at]}`;
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** "0.7 s", "12 s", "3 min". */
export function seconds(milliseconds: number): string {
  if (milliseconds >= 120_000) return `${Math.round(milliseconds / 60_000)} min`;
  return `${milliseconds < 10_000 ? (milliseconds / 1000).toFixed(1) : Math.round(milliseconds / 1000)} s`;
}
