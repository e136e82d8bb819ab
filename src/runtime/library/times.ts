/** Time: the clock, its form as text, and durations from numbers. */

import { createFault } from "../faults/raise.ts";
import type { Run } from "../run.ts";
import type { Functions } from "./function.ts";

export function timeFunctions(run: Run): Functions {
  return {
    "Time.now": () => run.clock.now(),
    "Time.since": (_flow, _site, time: number) => run.clock.now() - time,
    "Time.format": (_flow, site, time: number, pattern = "%Y-%m-%dT%H:%M:%S%:z") => {
      const date = new Date(time);
      const fail = (message: string): Error =>
        createFault(run, site, { kind: "ArgumentFault", message, values: [time, pattern] });
      if (Number.isNaN(date.getTime())) throw fail(`${time} is beyond what a calendar can show`);
      return pattern.replace(/%(:z|.|$)/gsu, (_all, letter: string) => {
        const field = fields[letter];
        if (field === undefined)
          throw fail(`%${letter} is no field of a time: see date(1) for %Y, %m, %d and their kin`);
        return field(date);
      });
    },
    "Time.milliseconds": (_flow, _site, count: number) => count,
    "Time.seconds": (_flow, site, count: number) => {
      const milliseconds = Math.round(count * 1000);
      if (Number.isSafeInteger(milliseconds)) return milliseconds;
      throw createFault(run, site, {
        kind: Number.isFinite(count) ? "OverflowFault" : "ArgumentFault",
        message: `${count} seconds are no duration`,
        values: [count],
      });
    },
  };
}

const days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

// The fields of date(1) in the C locale; names never depend on the user's language, as logs are read by programs.
const fields: Readonly<Record<string, (date: Date) => string>> = {
  Y: (date) => String(date.getFullYear()),
  y: (date) => two(date.getFullYear() % 100),
  m: (date) => two(date.getMonth() + 1),
  d: (date) => two(date.getDate()),
  e: (date) => String(date.getDate()).padStart(2),
  H: (date) => two(date.getHours()),
  I: (date) => two(date.getHours() % 12 || 12),
  p: (date) => (date.getHours() < 12 ? "AM" : "PM"),
  M: (date) => two(date.getMinutes()),
  S: (date) => two(date.getSeconds()),
  N: (date) => `${String(date.getMilliseconds()).padStart(3, "0")}000000`,
  s: (date) => String(Math.floor(date.getTime() / 1000)),
  j: (date) => String(dayOfYear(date)).padStart(3, "0"),
  u: (date) => String(date.getDay() || 7),
  a: (date) => days[date.getDay()] ?? "",
  b: (date) => months[date.getMonth()] ?? "",
  F: (date) => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
  T: (date) => `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`,
  z: (date) => offset(date, ""),
  ":z": (date) => offset(date, ":"),
  Z: (date) => new Intl.DateTimeFormat("en-US", { timeZoneName: "short" }).formatToParts(date).at(-1)?.value ?? "",
  "%": () => "%",
};

/** The local time with milliseconds and the offset, as `log` writes it. */
export function stamp(date: Date): string {
  const milliseconds = String(date.getMilliseconds()).padStart(3, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${milliseconds}${offset(date, ":")}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

function offset(date: Date, between: string): string {
  const minutes = -date.getTimezoneOffset();
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}${between}${two(size % 60)}`;
}

function dayOfYear(date: Date): number {
  const day = Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return (day - Date.UTC(date.getFullYear(), 0, 0)) / 86_400_000;
}
