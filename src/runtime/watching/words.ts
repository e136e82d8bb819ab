/** How a watch writes times and what it shows of values. */

/** Local time, "14:03:10". */
export function clockTime(milliseconds: number): string {
  const at = new Date(milliseconds);
  return [at.getHours(), at.getMinutes(), at.getSeconds()].map((part) => String(part).padStart(2, "0")).join(":");
}

/** With its day where that is another one than of `now`: "2026-11-27 14:03:10". */
export function dayAndTime(milliseconds: number, now: number): string {
  const [at, today] = [new Date(milliseconds), new Date(now)];
  if (at.toDateString() === today.toDateString()) return clockTime(milliseconds);
  const day = [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, "0"));
  return `${day.join("-")} ${clockTime(milliseconds)}`;
}

/** One line, and not a long one. */
export function brief(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
