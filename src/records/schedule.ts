/** Schedules: the days and hours at which something holds, in local time. */

/** Minutes from midnight; `to` may be 1440. One that ends ahead of its start goes over midnight. */
export interface ScheduleWindow {
  /** 0 for Sunday. */
  readonly days: readonly number[];
  readonly from: number;
  readonly to: number;
}

const names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const day = 1440;

/** Reads "Mon-Fri 08:00-18:00, Sat 10:00-12:00"; a text says what is wrong. Without days: every day; without hours: all day. */
export function readSchedule(text: string): readonly ScheduleWindow[] | string {
  const windows: ScheduleWindow[] = [];
  for (const part of text.split(",").map((each) => each.trim())) {
    const window = readWindow(part);
    if (typeof window === "string") return window;
    windows.push(window);
  }
  return windows;
}

function readWindow(part: string): ScheduleWindow | string {
  const match = /^(?:([A-Za-z]+)(?:-([A-Za-z]+))?)?\s*(?:(\S+)-(\S+))?$/.exec(part);
  if (part === "") return "a part of it is empty";
  if (match === null) return `\`${part}\` is neither days nor hours`;
  const [, first, last, from, to] = match;
  const days = readDays(first, last);
  if (typeof days === "string") return days;
  if (from === undefined || to === undefined) return { days, from: 0, to: day };
  const [start, end] = [readTime(from), readTime(to)];
  if (start === undefined || start === day) return `\`${from}\` is no time from 00:00 to 23:59`;
  if (end === undefined) return `\`${to}\` is no time from 00:00 to 24:00`;
  return start === end ? `\`${from}-${to}\` has no length` : { days, from: start, to: end };
}

function readDays(first: string | undefined, last: string | undefined): readonly number[] | string {
  if (first === undefined) return names.map((_, index) => index);
  const [from, to] = [first, last ?? first].map((each) => names.indexOf(each.toLowerCase()));
  for (const [index, name] of [
    [from, first],
    [to, last],
  ] as const)
    if (index === -1) return `\`${name}\` is no day: Mon, Tue, Wed, Thu, Fri, Sat, Sun`;
  const days: number[] = [];
  for (let at = from ?? 0; ; at = (at + 1) % names.length) {
    days.push(at);
    if (at === to) return days;
  }
}

function readTime(text: string): number | undefined {
  const match = /^(\d\d):(\d\d)$/.exec(text);
  const minutes = match === null ? Number.NaN : Number(match[1]) * 60 + Number(match[2]);
  return Number(match?.[2]) < 60 && minutes <= day ? minutes : undefined;
}

/** Whether the schedule holds at a moment of local time. */
export function isWithinSchedule(windows: readonly ScheduleWindow[], at: Date): boolean {
  const minute = at.getHours() * 60 + at.getMinutes();
  const today = at.getDay();
  const yesterday = (today + 6) % 7;
  return windows.some(({ days, from, to }) =>
    from < to
      ? days.includes(today) && minute >= from && minute < to
      : (days.includes(today) && minute >= from) || (days.includes(yesterday) && minute < to),
  );
}
