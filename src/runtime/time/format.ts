/** Times as texts, by the fields of date(1) in the C locale: names never depend on the user's language, as logs are read by programs. */

import { Refusal } from "../files/refusal.ts";
import { checkTime, TimeParts } from "./calendar.ts";
import { offsetText, three, two } from "./stamp.ts";
import type { Zone } from "./zone.ts";

export const days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
export const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const longDays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const longMonths = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

type Field = (parts: TimeParts, time: number, zone: Zone) => string;

const fields: Readonly<Record<string, Field>> = {
  Y: ({ year }) => String(year),
  y: ({ year }) => two(((year % 100) + 100) % 100),
  m: ({ month }) => two(month),
  d: ({ day }) => two(day),
  e: ({ day }) => String(day).padStart(2),
  H: ({ hour }) => two(hour),
  I: ({ hour }) => two(hour % 12 || 12),
  p: ({ hour }) => (hour < 12 ? "AM" : "PM"),
  M: ({ minute }) => two(minute),
  S: ({ second }) => two(second),
  N: ({ millisecond }) => `${three(millisecond)}000000`,
  L: ({ millisecond }) => three(millisecond),
  s: (_parts, time) => String(Math.floor(time / 1000)),
  j: ({ dayOfYear }) => three(dayOfYear),
  u: ({ weekday }) => String(weekday),
  V: ({ week }) => two(week),
  a: ({ weekday }) => days[weekday - 1] ?? "",
  A: ({ weekday }) => longDays[weekday - 1] ?? "",
  b: ({ month }) => months[month - 1] ?? "",
  B: ({ month }) => longMonths[month - 1] ?? "",
  F: ({ year, month, day }) => `${year}-${two(month)}-${two(day)}`,
  T: ({ hour, minute, second }) => `${two(hour)}:${two(minute)}:${two(second)}`,
  z: ({ offset }) => offsetText(offset, ""),
  ":z": ({ offset }) => offsetText(offset, ":"),
  Z: (_parts, time, zone) => zone.abbreviationAt(time),
  "%": () => "%",
};

/** A time by a pattern, in a zone. */
export function formatTime(time: number, pattern: string, zone: Zone): string {
  const parts = new TimeParts(checkTime(time), zone);
  return pattern.replace(/%(:z|.|$)/gsu, (_all, letter: string) => {
    const field = Object.hasOwn(fields, letter) ? fields[letter] : undefined;
    if (field !== undefined) return field(parts, time, zone);
    throw new Refusal(
      "ArgumentFault",
      `%${letter} is no field of a time: see date(1) for %Y, %m, %d and their kin`,
      undefined,
      "pattern",
    );
  });
}
