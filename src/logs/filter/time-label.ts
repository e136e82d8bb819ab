/** Names of hours, days and their like, in the time of this machine. */

const two = (value: number): string => String(value).padStart(2, "0");
const dayText = (date: Date): string => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
const minuteText = (date: Date): string => `${dayText(date)} ${two(date.getHours())}:${two(date.getMinutes())}`;
const weekdays = ["1 Mon", "2 Tue", "3 Wed", "4 Thu", "5 Fri", "6 Sat", "7 Sun"];

const texts: Readonly<Record<string, (date: Date) => string>> = {
  second: (date) => `${minuteText(date)}:${two(date.getSeconds())}`,
  minute: minuteText,
  hour: (date) => `${dayText(date)} ${two(date.getHours())}:00`,
  day: dayText,
  // Monday comes first, and the texts sort so.
  weekday: (date) => weekdays[(date.getDay() + 6) % 7] ?? "",
  month: (date) => dayText(date).slice(0, 7),
};

/** Labels that are kept at most; a log of a year has half a million minutes. */
const most = 100_000;

/** Gives the label of a time in milliseconds for a unit, "hour"; undefined where there is no such unit. */
export function timeLabels(unit: string): ((time: number) => string) | undefined {
  const text = Object.hasOwn(texts, unit) ? texts[unit] : undefined;
  if (text === undefined) return undefined;
  // No zone differs from another by parts of a minute today.
  const grain = unit === "second" ? 1000 : 60_000;
  const known = new Map<number, string>();
  return (time) => {
    const at = Math.floor(time / grain);
    let label = known.get(at);
    if (label === undefined) {
      label = text(new Date(at * grain));
      if (known.size >= most) known.clear();
      known.set(at, label);
    }
    return label;
  };
}
