/** PeriodicPoint records: how this host does, at regular times, on request (log, section 7). */

import type { Sample } from "../diagnosis/index.ts";
import type { RecordBody } from "../records/index.ts";

/** The record of a sample; `before` is the one of the record before it, `first` the run's first. */
export function periodicBody(script: string, now: Sample, before: Sample | undefined, first: Sample): RecordBody {
  return {
    logPoint: "PeriodicPoint",
    faultType: [],
    scriptName: script,
    scriptLine: 0,
    api: "sample",
    arguments: valuesOf(now, before, first).map(([name, value]) => [name, text(value)] as const),
    time: now.at + now.timeOfDay,
  };
}

type Value = readonly [name: string, value: number];

/** What is not known is left out. */
function valuesOf(now: Sample, before: Sample | undefined, first: Sample): readonly Value[] {
  const { memory, load, runnable, processes, descriptors, mounts } = now;
  return [
    ...(before === undefined ? [] : since(now, before)),
    ...(memory === undefined ? [] : [["Memory", memory.used / memory.most] as const]),
    ...(load === undefined ? [] : [["Load", load] as const]),
    ...(runnable === undefined ? [] : [["Runnable", runnable] as const]),
    ...(processes === undefined ? [] : [["Processes", processes.used] as const]),
    ...(descriptors === undefined ? [] : [["Descriptors", descriptors.used] as const]),
    ...(now.oomKills === undefined ? [] : [["OomKills", now.oomKills - (first.oomKills ?? now.oomKills)] as const]),
    ...mounts.flatMap(({ path, free, freeInodes }) => [
      ...(free === undefined ? [] : [[`FreeBytes:${path}`, free] as const]),
      ...(freeInodes === undefined ? [] : [[`FreeInodes:${path}`, freeInodes] as const]),
    ]),
  ];
}

/** What only two samples can tell. */
function since(now: Sample, before: Sample): readonly Value[] {
  const elapsed = now.at - before.at;
  if (elapsed <= 0) return [];
  const found: Value[] = [];
  if (now.busy !== undefined && before.busy !== undefined) {
    const ticks = (now.ticks ?? 0) - (before.ticks ?? 0);
    if (ticks > 0) found.push(["Cpu", (now.busy - before.busy) / ticks]);
  }
  for (const [name, of] of pressures) {
    const [from, to] = [before.stalls[of], now.stalls[of]];
    if (from !== undefined && to !== undefined)
      found.push([name, Math.min(1, Math.max(0, (to.some - from.some) / 1000 / elapsed))]);
  }
  found.push(["ClockStep", stepBetween(before, now) / 1000]);
  let troubles = 0;
  for (const [name, counts] of now.interfaces)
    troubles += Math.max(0, counts.troubles - (before.interfaces.get(name)?.troubles ?? counts.troubles));
  if (now.interfaces.size > 0) found.push(["NetErrors", troubles]);
  return found;
}

const pressures = [
  ["PressureCpu", "cpu"],
  ["PressureMemory", "memory"],
  ["PressureIo", "io"],
] as const;

/** Milliseconds: less is the reading itself, or a time service at work. */
const smallestStep = 100;

/** By how much the time of day jumped; a host that slept did not step. */
function stepBetween(from: Sample, to: Sample): number {
  const asleep =
    from.sinceBoot === undefined || to.sinceBoot === undefined ? 0 : to.sinceBoot - from.sinceBoot - (to.at - from.at);
  const step = to.timeOfDay - from.timeOfDay - (asleep >= smallestStep ? asleep : 0);
  return Math.abs(step) < smallestStep ? 0 : step;
}

/** At most four digits behind the point. */
function text(value: number): string {
  return String(Math.round(value * 10_000) / 10_000);
}
