/** Signatures of Time and of the parts of a time. */

import type { SignatureTable } from "./signature.ts";

export const timeSignatures = {
  "Time.now(): int": { says: "The milliseconds since 1970-01-01 UTC.", origin: "host" },
  "Time.since(int time): Duration": { says: "The time that has passed since a value of `Time.now()`." },
  'Time.format(int time, String pattern = "%Y-%m-%dT%H:%M:%S%:z", String zone = local): String': {
    says: "A time by date(1)'s `%Y %m %d %H %M %S %j %u %V %a %A %b %B %y %e %I %p %s %N %F %T %z %:z %Z %%`, and `%L` for milliseconds, with English names. `%N` has the clock's milliseconds and six zeros; `%Z` is the zone's abbreviation where the United States have one (`UTC`, `EST`), else its offset (`GMT+1`).",
    fails: true,
  },
  "Time.parse(String text, String pattern = ISO, String zone = local): int": {
    says: "The time that a text tells: as ISO 8601 writes it, or by a pattern of `%Y %m %d %H %M %S %y %b %e %I %p %j %s %N %L %F %T %z %:z %a %%`; without an offset in it, in the zone. A FormatFault says where it does not fit.",
    fails: true,
  },
  "Time.zone(): String": { says: "The name of the local zone.", origin: "host" },
  "Time.parts(int time, String zone = local): TimeParts": {
    says: "A time as a calendar and a clock in a zone show it.",
    fails: true,
  },
  "Time.date(int year, int month, int day, int hour = 0, int minute = 0, int second = 0, String zone = local): int": {
    says: "The time of a date in a zone.",
    fails: true,
  },
  "Time.addDays(int time, int days, String zone = local): int": {
    says: "The same time of day so many days later, however long those days are.",
    fails: true,
  },
  "Time.addMonths(int time, int months, String zone = local): int": {
    says: "The same day and time of day so many months later; a day that the month does not have becomes its last one.",
    fails: true,
  },
  "Time.milliseconds(int count): Duration": { says: "So many milliseconds." },
  "Time.seconds(float count): Duration": { says: "So many seconds.", fails: true },
  "TimeParts.year: int": { says: "The year." },
  "TimeParts.month: int": { says: "The month, 1 to 12." },
  "TimeParts.day: int": { says: "The day of the month, 1 to 31." },
  "TimeParts.hour: int": { says: "The hour, 0 to 23." },
  "TimeParts.minute: int": { says: "The minute, 0 to 59." },
  "TimeParts.second: int": { says: "The second, 0 to 59." },
  "TimeParts.millisecond: int": { says: "The millisecond, 0 to 999." },
  "TimeParts.weekday: int": { says: "The day of the week, 1 (Monday) to 7 (Sunday)." },
  "TimeParts.dayOfYear: int": { says: "The day of the year, 1 to 366." },
  "TimeParts.week: int": { says: "The week of ISO 8601, 1 to 53." },
  "TimeParts.offset: Duration": { says: "How far the zone's clocks are ahead of UTC then." },

  "Duration.parse(String text): Duration": {
    says: "The duration that a text tells, such as `90s`, `1h30m` or `1.5d`; anything else is a FormatFault.",
    module: true,
    fails: true,
  },
  "Duration.tryParse(String text): Duration?": { says: "The duration that a text tells, or null.", module: true },
  "Size.parse(String text): Size": {
    says: "The size that a text tells, such as `10MB`, `1.5 GiB` or `512B`; anything else is a FormatFault.",
    module: true,
    fails: true,
  },
  "Size.tryParse(String text): Size?": { says: "The size that a text tells, or null.", module: true },
} as const satisfies SignatureTable;
