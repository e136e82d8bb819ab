/** Times as people write them at a command line: "2h", "today", "14:30", a date, RFC 3339. */

import { readDuration } from "../../records/index.ts";

/** A stretch of time that a word names; milliseconds since the epoch, the end not included. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const day = /^(\d{4})-(\d\d)-(\d\d)$/;
const moment = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d)(:\d\d(?:\.\d{1,9})?)?([Zz]|[+-]\d\d:?\d\d)?$/;
const clock = /^(\d\d):(\d\d)(?::(\d\d))?$/;

/**
 * What a text names, seen from `now`; undefined for anything else. Without a zone, times are this machine's. `2h` is two hours ago,
 * `14:30` today's; a day stretches to its end, a minute that is written without seconds stretches over them.
 */
export function readWhen(text: string, now: number): Stretch | undefined {
  const word = text.trim();
  if (word === "now") return { from: now, to: now };
  if (word === "today" || word === "yesterday") return dayOf(new Date(now), word === "today" ? 0 : -1);
  const ago = readDuration(word.replace(/ ago$/, ""));
  if (ago !== undefined) return { from: now - ago, to: now - ago };
  const asDay = day.exec(word);
  if (asDay !== null) {
    const [, year = "", month = "", date = ""] = asDay;
    const found = new Date(Number(year), Number(month) - 1, Number(date));
    return found.getMonth() === Number(month) - 1 && found.getDate() === Number(date) ? dayOf(found, 0) : undefined;
  }
  const asClock = clock.exec(word);
  if (asClock !== null) {
    const [hours, minutes, seconds] = [Number(asClock[1]), Number(asClock[2]), Number(asClock[3] ?? 0)];
    if (hours > 23 || minutes > 59 || seconds > 59) return undefined;
    const from = new Date(now).setHours(hours, minutes, seconds, 0);
    return { from, to: from + (asClock[3] === undefined ? 60_000 : 1000) };
  }
  const asMoment = moment.exec(word);
  if (asMoment === null) return undefined;
  const [, date = "", time = "", seconds, zone = ""] = asMoment;
  if (readWhen(date, now) === undefined) return undefined;
  const from = Date.parse(`${date}T${time}${seconds ?? ":00"}${zone.toUpperCase()}`);
  if (Number.isNaN(from)) return undefined;
  return { from, to: from + (seconds === undefined ? 60_000 : seconds.includes(".") ? 1 : 1000) };
}

function dayOf(date: Date, more: number): Stretch {
  const at = (days: number): number => new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime();
  return { from: at(more), to: at(more + 1) };
}
