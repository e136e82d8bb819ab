/** Times out of texts: ISO 8601, or by a pattern of date(1)'s fields. */

import { Refusal } from "../files/refusal.ts";
import { daysIn, type GivenDate, timeOfDate, wallOf } from "./calendar.ts";
import { days, months } from "./format.ts";
import { type Zone, zoneOf } from "./zone.ts";

/** What a field of a pattern takes, and what it is called in messages. */
interface Field {
  readonly form: RegExp;
  readonly name: string;
  readonly take: (found: Found, text: string) => void;
}

/** What has been read so far. */
interface Found {
  year: number;
  month: number;
  day: number;
  dayOfYear?: number;
  hour: number;
  half?: "AM" | "PM";
  minute: number;
  second: number;
  millisecond: number;
  zone?: Zone;
  /** Seconds since 1970. */
  seconds?: number;
}

const number = (form: RegExp, name: string, key: "year" | "month" | "day" | "hour" | "minute" | "second"): Field => ({
  form,
  name,
  take: (found, text) => {
    found[key] = Number(text);
  },
});
const passedOver = (form: RegExp, name: string): Field => ({ form, name, take: () => {} });

const fields: Readonly<Record<string, Field>> = {
  Y: number(/-?\d{4}/y, "a year of four digits", "year"),
  y: {
    form: /\d{2}/y,
    name: "a year of two digits",
    // As POSIX has it: 69 to 99 are of the last century.
    take: (found, text) => {
      found.year = Number(text) + (Number(text) < 69 ? 2000 : 1900);
    },
  },
  m: number(/1[0-2]|0?[1-9]/y, "a month, 01 to 12", "month"),
  d: number(/[12]\d|3[01]|0?[1-9]/y, "a day, 01 to 31", "day"),
  e: number(/ ?(?:[12]\d|3[01]|0?[1-9])/y, "a day, 1 to 31", "day"),
  H: number(/1\d|2[0-3]|0?\d/y, "an hour, 00 to 23", "hour"),
  I: number(/1[0-2]|0?[1-9]/y, "an hour, 01 to 12", "hour"),
  p: {
    form: /[AP]M/iy,
    name: "AM or PM",
    take: (found, text) => {
      found.half = text.toUpperCase() === "AM" ? "AM" : "PM";
    },
  },
  M: number(/[0-5]?\d/y, "a minute, 00 to 59", "minute"),
  S: number(/[0-5]?\d/y, "a second, 00 to 59", "second"),
  N: { form: /\d{1,9}/y, name: "a fraction of a second", take: takeFraction },
  L: { form: /\d{1,3}/y, name: "milliseconds", take: takeFraction },
  s: {
    form: /-?\d{1,13}/y,
    name: "seconds since 1970",
    take: (found, text) => {
      found.seconds = Number(text);
    },
  },
  j: {
    form: /[0-3]\d\d/y,
    name: "a day of the year, 001 to 366",
    take: (found, text) => {
      found.dayOfYear = Number(text);
    },
  },
  a: passedOver(new RegExp(days.join("|"), "iy"), "a day of the week such as Mon"),
  b: {
    form: new RegExp(months.join("|"), "iy"),
    name: "a month such as Jan",
    take: (found, text) => {
      found.month = months.findIndex((month) => month.toLowerCase() === text.toLowerCase()) + 1;
    },
  },
  z: {
    form: /[+-]\d\d:?\d\d|Z/y,
    name: "an offset such as +0100",
    take: (found, text) => {
      found.zone = zoneOf(text === "Z" ? "UTC" : text);
    },
  },
  "%": passedOver(/%/y, "`%`"),
};

const composed: Readonly<Record<string, string>> = { F: "%Y-%m-%d", T: "%H:%M:%S", ":z": "%z" };

/** The time that a text tells by a pattern; without an offset in it, in the zone. */
export function parseTime(text: string, pattern: string, zone: Zone): number {
  const found: Found = { year: 1970, month: 1, day: 1, hour: 0, minute: 0, second: 0, millisecond: 0 };
  let at = 0;
  const refuse = (wanted: string): Refusal =>
    new Refusal(
      "FormatFault",
      `character ${at + 1}: found ${foundAt(text, at)}, expected ${wanted}`,
      undefined,
      "text",
    );
  const whole = pattern.replace(/%(:z|[FT%])/g, (field, letter: string) => composed[letter] ?? field);
  for (const [piece, letter] of whole.matchAll(/%(:z|.|$)|\s+|[^%\s]/gsu)) {
    const field = letter !== undefined && Object.hasOwn(fields, letter) ? fields[letter] : undefined;
    if (letter !== undefined && field === undefined)
      throw new Refusal("ArgumentFault", `%${letter} is no field that can be read`, undefined, "pattern");
    const form = field?.form ?? (/^\s/.test(piece) ? /\s+/y : null);
    const part = form === null ? (text.startsWith(piece, at) ? piece : undefined) : matchAt(form, text, at);
    if (part === undefined) throw refuse(field?.name ?? (form === null ? `\`${piece}\`` : "a blank"));
    field?.take(found, part.trim());
    at += part.length;
  }
  if (at < text.length) throw refuse("the end");
  return timeOf(found, zone);
}

const iso =
  /^(-?\d{4}|[+-]\d{6})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,](\d{1,9}))?)?\s?(Z|[+-]\d\d(?::?\d\d)?)?)?$/i;

/** The time that a text tells as ISO 8601 writes it: a date, a date and a time, an offset behind it. */
export function parseIso(text: string, zone: Zone): number {
  const [all, year, month, day, hour, minute, second, fraction, offset] = iso.exec(text.trim()) ?? [];
  if (all === undefined)
    throw new Refusal(
      "FormatFault",
      "it is no time such as 2026-11-26T09:30:00+01:00: say with a pattern how it is written",
      undefined,
      "text",
    );
  const found: Found = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    millisecond: 0,
  };
  takeFraction(found, fraction ?? "0");
  if (offset !== undefined)
    found.zone = zoneOf(/^z$/i.test(offset) ? "UTC" : offset.length === 3 ? `${offset}:00` : offset);
  return timeOf(found, zone);
}

function timeOf(found: Found, zone: Zone): number {
  if (found.seconds !== undefined) return found.seconds * 1000 + found.millisecond;
  const hour = found.half === undefined ? found.hour : (found.hour % 12) + (found.half === "PM" ? 12 : 0);
  const date: GivenDate = { ...found, ...dayOf(found), hour };
  try {
    return timeOfDate(date, found.zone ?? zone);
  } catch (thrown) {
    // It is the text that holds the date, not the script.
    if (thrown instanceof Refusal) throw new Refusal("FormatFault", thrown.message, undefined, "text");
    throw thrown;
  }
}

function dayOf({ year, dayOfYear }: Found): { readonly month?: number; readonly day?: number } {
  if (dayOfYear === undefined) return {};
  const isLeap = daysIn(year, 2) === 29;
  if (dayOfYear < 1 || dayOfYear > (isLeap ? 366 : 365))
    throw new Refusal("FormatFault", `the year ${year} has no day ${dayOfYear}`, undefined, "text");
  const date = new Date(wallOf(year, 1, dayOfYear));
  return { month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function takeFraction(found: Found, text: string): void {
  found.millisecond = Math.trunc(Number(`0.${text}`) * 1000 + 1e-6);
}

function matchAt(form: RegExp, text: string, at: number): string | undefined {
  form.lastIndex = at;
  return form.exec(text)?.[0];
}

function foundAt(text: string, at: number): string {
  if (at >= text.length) return "the end";
  const found = /[\w.+-]{1,20}|[\s\S]/uy;
  found.lastIndex = at;
  return `\`${found.exec(text)?.[0] ?? ""}\``;
}
