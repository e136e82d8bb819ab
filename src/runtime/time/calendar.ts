/** The calendar: years, months and days of a time in a zone, and times from them (ISO 8601, proleptic Gregorian). */

import { Refusal } from "../files/refusal.ts";
import { timeOfWall, type Zone } from "./zone.ts";

/** The parts of a time, as a calendar and a clock in its zone show them. */
export class TimeParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  /** 1, Monday, to 7, Sunday. */
  readonly weekday: number;
  /** 1 to 366. */
  readonly dayOfYear: number;
  /** The week of ISO 8601, 1 to 53. */
  readonly week: number;
  /** Milliseconds ahead of UTC. */
  readonly offset: number;

  constructor(time: number, zone: Zone) {
    this.offset = zone.offsetAt(time);
    const wall = new Date(time + this.offset);
    this.year = wall.getUTCFullYear();
    this.month = wall.getUTCMonth() + 1;
    this.day = wall.getUTCDate();
    this.hour = wall.getUTCHours();
    this.minute = wall.getUTCMinutes();
    this.second = wall.getUTCSeconds();
    this.millisecond = wall.getUTCMilliseconds();
    this.weekday = wall.getUTCDay() || 7;
    this.dayOfYear = Math.floor((wallOf(this.year, this.month, this.day) - wallOf(this.year, 1, 1)) / dayLength) + 1;
    this.week = weekOf(this);
  }
}

const dayLength = 86_400_000;
/** The last time that a calendar can show: 100 million days from 1970 on. */
const last = 8.64e15;

/** Refuses a time that no calendar can show. */
export function checkTime(time: number): number {
  if (Math.abs(time) <= last) return time;
  throw new Refusal("ArgumentFault", `${time} is beyond what a calendar can show`, undefined, "time");
}

/** A date and a time of day as a number, as if both were UTC; days and months beyond their ends count on. */
export function wallOf(year: number, month: number, day: number, clock = 0): number {
  // Date.UTC takes years below 100 for those of the last century.
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() + clock;
}

export function daysIn(year: number, month: number): number {
  return new Date(wallOf(year, month + 1, 0)).getUTCDate();
}

/** What a script says of a date; parts that are out of range are refused. */
export interface GivenDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond?: number;
}

/** The time of a date in a zone. */
export function timeOfDate(date: GivenDate, zone: Zone): number {
  const { year, month, day, hour, minute, second, millisecond = 0 } = date;
  const refuse = (message: string, about: string): Refusal => new Refusal("ArgumentFault", message, "EINVAL", about);
  if (year < -9999 || year > 9999) throw refuse(`${year} is no year: -9999 to 9999`, "year");
  if (month < 1 || month > 12) throw refuse(`${month} is no month: 1 to 12`, "month");
  if (day < 1 || day > daysIn(year, month))
    throw refuse(`${monthText(year, month)} has no day ${day}: it has ${daysIn(year, month)}`, "day");
  if (hour < 0 || hour > 23) throw refuse(`${hour} is no hour: 0 to 23`, "hour");
  if (minute < 0 || minute > 59) throw refuse(`${minute} is no minute: 0 to 59`, "minute");
  if (second < 0 || second > 59) throw refuse(`${second} is no second: 0 to 59`, "second");
  return timeOfWall(zone, wallOf(year, month, day, ((hour * 60 + minute) * 60 + second) * 1000 + millisecond));
}

/** The same time of day so many months and days later; a day that a month does not have becomes its last one. */
export function later(time: number, change: { readonly months?: number; readonly days?: number }, zone: Zone): number {
  const parts = new TimeParts(checkTime(time), zone);
  const months = parts.year * 12 + parts.month - 1 + (change.months ?? 0);
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  const day = Math.min(parts.day, daysIn(year, month)) + (change.days ?? 0);
  const clock = ((parts.hour * 60 + parts.minute) * 60 + parts.second) * 1000 + parts.millisecond;
  const wall = wallOf(year, month, day, clock);
  // Clocks that show this twice: whoever moves nothing stays where they are.
  if (wall === time + parts.offset) return time;
  if (Number.isNaN(wall)) throw new Refusal("ArgumentFault", "the result is beyond what a calendar can show");
  return timeOfWall(zone, wall);
}

function monthText(year: number, month: number): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
}

/** The week that holds the Thursday of the same week belongs to that one's year. */
function weekOf({ year, dayOfYear, weekday }: Pick<TimeParts, "year" | "dayOfYear" | "weekday">): number {
  const week = Math.floor((dayOfYear - weekday + 10) / 7);
  if (week < 1) return weeksIn(year - 1);
  return week > weeksIn(year) ? 1 : week;
}

function weeksIn(year: number): number {
  const firstDay = new Date(wallOf(year, 1, 1)).getUTCDay();
  const isLeap = daysIn(year, 2) === 29;
  return firstDay === 4 || (isLeap && firstDay === 3) ? 53 : 52;
}
