/** Time: the clock, the calendar, times as texts, and durations from numbers. */

import { createFault } from "../faults/raise.ts";
import type { ScriptFlow } from "../flow.ts";
import type { Run } from "../run.ts";
import { checkTime, later, TimeParts, timeOfDate } from "../time/calendar.ts";
import { formatTime } from "../time/format.ts";
import { parseIso, parseTime } from "../time/parse.ts";
import { two } from "../time/stamp.ts";
import { zoneOf } from "../time/zone.ts";
import type { Functions } from "./function.ts";
import { type GuardedCall, guarded, quote } from "./guard.ts";

export function timeFunctions(run: Run): Functions {
  return {
    "Time.now": () => run.clock.now(),
    "Time.since": (_flow, _site, time: number) => run.clock.now() - time,
    "Time.zone": () => zoneOf(undefined).name,
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
    ...partFunctions([
      "year",
      "month",
      "day",
      "hour",
      "minute",
      "second",
      "millisecond",
      "weekday",
      "dayOfYear",
      "week",
      "offset",
    ]),
  };
}

function partFunctions(names: readonly (keyof TimeParts)[]): Functions {
  return Object.fromEntries(
    names.map((name) => [`TimeParts.${name}`, (_flow, _site, parts: TimeParts) => parts[name]]),
  );
}

const usualPattern = "%Y-%m-%dT%H:%M:%S%:z";

export const timeCalls: Readonly<Record<string, GuardedCall>> = {
  "Time.format": guarded({
    perform: (_flow: ScriptFlow, _site: number, time: number, pattern: string = usualPattern, zone?: string) =>
      formatTime(time, pattern, zoneOf(zone)),
    attempts: (time) => `write the time ${time}`,
  }),
  "Time.parse": guarded({
    perform: (_flow: ScriptFlow, _site: number, text: string, pattern?: string, zone?: string) =>
      pattern === undefined ? parseIso(text, zoneOf(zone)) : parseTime(text, pattern, zoneOf(zone)),
    attempts: (text) => `read the time ${quote(text)}`,
  }),
  "Time.parts": guarded({
    perform: (_flow: ScriptFlow, _site: number, time: number, zone?: string) =>
      new TimeParts(checkTime(time), zoneOf(zone)),
    attempts: (time) => `tell the parts of the time ${time}`,
  }),
  "Time.date": guarded({
    perform: (
      _flow: ScriptFlow,
      _site: number,
      year: number,
      month: number,
      day: number,
      hour: number = 0,
      minute: number = 0,
      second: number = 0,
      zone?: string,
    ) => timeOfDate({ year, month, day, hour, minute, second }, zoneOf(zone)),
    attempts: (year, month, day) => `make a time of the date ${year}-${two(month)}-${two(day)}`,
  }),
  "Time.addDays": guarded({
    perform: (_flow: ScriptFlow, _site: number, time: number, days: number, zone?: string) =>
      later(time, { days }, zoneOf(zone)),
    attempts: (time, days) => `add ${days} days to the time ${time}`,
  }),
  "Time.addMonths": guarded({
    perform: (_flow: ScriptFlow, _site: number, time: number, months: number, zone?: string) =>
      later(time, { months }, zoneOf(zone)),
    attempts: (time, months) => `add ${months} months to the time ${time}`,
  }),
};
