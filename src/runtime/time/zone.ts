/** Time zones: how far each is from UTC at a time, and what a clock on the wall means there. */

import { nearest } from "../../diagnostics/index.ts";
import { Refusal } from "../files/refusal.ts";

/** A zone of this process, one of the IANA database, or a fixed offset. */
export interface Zone {
  /** As `Time.zone()` names it. */
  readonly name: string;
  /** Milliseconds that its clocks are ahead of UTC at a time. */
  readonly offsetAt: (time: number) => number;
  /** Its abbreviation at a time, where the United States have one, else the offset. */
  readonly abbreviationAt: (time: number) => string;
}

const known = new Map<string, Zone>();

/** The zone of a name; undefined for the local one. Refuses a name that is none. */
export function zoneOf(name: string | undefined): Zone {
  const key = name ?? "";
  let zone = known.get(key);
  if (zone === undefined) {
    zone = name === undefined ? localZone() : (fixedZone(name) ?? namedZone(name));
    known.set(key, zone);
  }
  return zone;
}

function localZone(): Zone {
  return {
    get name() {
      return new Intl.DateTimeFormat().resolvedOptions().timeZone;
    },
    offsetAt: (time) => -new Date(time).getTimezoneOffset() * 60_000,
    abbreviationAt: (time) => abbreviation(undefined, time),
  };
}

/** `+05:30`, `-0800`. */
function fixedZone(name: string): Zone | undefined {
  const [, sign, hours = "", minutes = ""] = /^([+-])([01]\d|2[0-3]):?([0-5]\d)$/.exec(name) ?? [];
  if (sign === undefined) return undefined;
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -60_000 : 60_000);
  return { name, offsetAt: () => offset, abbreviationAt: () => name };
}

function namedZone(name: string): Zone {
  let clock: Intl.DateTimeFormat;
  try {
    if (!/^[A-Za-z]/.test(name)) throw new RangeError(name);
    clock = new Intl.DateTimeFormat("en-US", { timeZone: name, timeZoneName: "longOffset" });
  } catch {
    throw new Refusal("ArgumentFault", noSuchZone(name), "EINVAL", "zone");
  }
  return {
    name,
    offsetAt(time) {
      const text = clock.formatToParts(time).find((part) => part.type === "timeZoneName")?.value ?? "";
      const [, sign, hours = "0", minutes = "0", seconds = "0"] = /^GMT([+-])(\d+):?(\d+)?:?(\d+)?$/.exec(text) ?? [];
      const size = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
      return sign === "-" ? 0 - size : size;
    },
    abbreviationAt: (time) => abbreviation(name, time),
  };
}

function noSuchZone(name: string): string {
  const names = ["UTC", ...Intl.supportedValuesOf("timeZone")];
  const wanted = name.toLowerCase().replaceAll(" ", "_");
  const close = names.find((each) => each.toLowerCase().endsWith(`/${wanted}`)) ?? nearest(name, names);
  const shown = JSON.stringify(name);
  return close === undefined
    ? `there is no time zone ${shown}; names are such as Europe/Berlin, UTC or +02:00`
    : `there is no time zone ${shown}; the nearest is ${close}`;
}

function abbreviation(timeZone: string | undefined, time: number): string {
  const options = { timeZoneName: "short", ...(timeZone === undefined ? {} : { timeZone }) } as const;
  return (
    new Intl.DateTimeFormat("en-US", options).formatToParts(time).find((part) => part.type === "timeZoneName")?.value ??
    ""
  );
}

const day = 86_400_000;

/**
 * The time at which a clock in the zone shows `wall`, a reading as if it were UTC. A reading that is skipped when
 * clocks go forward is moved on by as much; of two times with one reading the earlier one is meant (java.time, mktime).
 */
export function timeOfWall(zone: Zone, wall: number): number {
  const before = zone.offsetAt(wall - day);
  const after = zone.offsetAt(wall + day);
  const fitting = [wall - before, wall - after].filter((time) => time + zone.offsetAt(time) === wall);
  return fitting.length === 0 ? wall - before : Math.min(...fitting);
}
