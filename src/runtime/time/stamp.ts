/** The digits of times, and the time ahead of a line of `log`: without the calendar, which few scripts need. */

export function two(value: number): string {
  return String(value).padStart(2, "0");
}

export function three(value: number): string {
  return String(value).padStart(3, "0");
}

/** Milliseconds ahead of UTC as `+01:00`; `between` stands between hours and minutes. */
export function offsetText(offset: number, between: string): string {
  const minutes = Math.floor(Math.abs(offset) / 60_000);
  return `${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}${between}${two(minutes % 60)}`;
}

/** The local time with milliseconds and the offset, as `log` writes it. */
export function stamp(date: Date): string {
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const clock = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
  return `${day}T${clock}.${three(date.getMilliseconds())}${offsetText(-date.getTimezoneOffset() * 60_000, ":")}`;
}
