/** Times of revisions: `2014-07-07T15:08:10+0900` in the text, `2014-07-07T15:08:10+09:00` in the model. */

const shape = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(?:(Z)|([+-]\d{2}):?(\d{2}))?)?$/;

/** AssureNote wants a time of every revision; this one stands for a time that nobody knows. */
export const noTime = "1970-01-01T00:00:00+0000";

/** ISO 8601 with a colon in its zone; null for a time that is not known, undefined for what is no time. */
export function readTime(text: string): string | null | undefined {
  if (text === "" || text === "-" || text === noTime) return null;
  const [, day, minutes, seconds, utc, hours, offset] = shape.exec(text) ?? [];
  if (day === undefined) return undefined;
  // AssureNote itself writes `-0000` where its clock is Greenwich's.
  const isUtc = utc !== undefined || (hours === "-00" && offset === "00");
  const zone = isUtc ? "+00:00" : hours === undefined ? "" : `${hours}:${offset}`;
  const time = minutes === undefined ? day : `${day}T${minutes}:${seconds ?? "00"}${zone}`;
  return Number.isNaN(Date.parse(time)) ? undefined : time;
}

/**
 * As AssureNote writes it: to the second, with a zone. A zone west of Greenwich is no time to its newest version: the same moment is
 * then written as of Greenwich.
 */
export function writtenTime(time: string | undefined): string {
  if (time === undefined) return noTime;
  const [, day, minutes, seconds = "00", , hours = "+00", offset = "00"] = shape.exec(time) ?? [];
  if (day === undefined || Number.isNaN(Date.parse(time.replace(" ", "T")))) return noTime;
  if (minutes === undefined) return `${day}T00:00:00+0000`;
  if (hours.startsWith("+")) return `${day}T${minutes}:${seconds}${hours}${offset}`;
  const moment = new Date(`${day}T${minutes}:${seconds}${hours}:${offset}`);
  return `${moment.toISOString().slice(0, 19)}+0000`;
}
