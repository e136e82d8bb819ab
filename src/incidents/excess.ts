/** Measured values out of their usual range, and hosts that fall silent. */

import type { Evidence, Measured } from "./event.ts";

/** A stretch in which a quantity was out of its range. */
export interface Excess {
  readonly host: string;
  readonly key: string;
  readonly from: number;
  readonly to: number;
  /** The value that is farthest out, and the usual one. */
  readonly worst: number;
  readonly usual: number;
  /** How many times as far out as the limit; 1 and more. */
  readonly weight: number;
}

/** A host from which no sample came, though they come regularly. */
export interface Silence {
  readonly host: string;
  readonly from: number;
  /** Infinity where none came any more. */
  readonly to: number;
}

/** Points that are needed to know what is usual. */
const fewest = 8;
/** A hole is so many times as long as the usual distance of two samples, and at least so many milliseconds. */
const hole = 6;
const shortestSilence = 30_000;

/** The stretches in which a quantity was out of its range. What is usual is the median of all its values. */
export function excesses(measured: Measured): readonly Excess[] {
  const { key, points, host } = measured;
  const limit = limitOf(measured);
  if (limit === undefined) return [];
  const found: Excess[] = [];
  let current: Excess | undefined;
  for (const { time, value } of points) {
    const weight = limit.weight(value);
    if (weight < 1) {
      current = undefined;
      continue;
    }
    const worse = current === undefined || limit.isWorse(value, current.worst);
    const next: Excess = {
      host,
      key,
      usual: limit.usual,
      from: current?.from ?? time,
      to: time,
      worst: worse ? value : (current?.worst ?? value),
      weight: Math.max(weight, current?.weight ?? 0),
    };
    if (current === undefined) found.push(next);
    else found[found.length - 1] = next;
    current = next;
  }
  return found;
}

interface Limit {
  readonly usual: number;
  readonly weight: (value: number) => number;
  readonly isWorse: (value: number, than: number) => boolean;
}

/** Shares of 1 (or of 100) beyond which a quantity is exhausted, whatever is usual. */
const full: Readonly<Record<string, number>> = {
  Memory: 0.95,
  Cpu: 0.98,
  PressureMemory: 0.2,
  PressureIo: 0.5,
  PressureCpu: 0.8,
};
/** Quantities of which any other value than 0 says something. */
const counted = new Set(["OomKills", "NetErrors", "ClockStep"]);
/** Free bytes and inodes below which a file system counts as full. */
const leastFree: Readonly<Record<string, number>> = { FreeBytes: 16 * 2 ** 20, FreeInodes: 64 };

function limitOf({ key, points }: Measured): Limit | undefined {
  const values = points.map(({ value }) => value).sort((a, b) => a - b);
  const usual = values[values.length >> 1];
  if (usual === undefined) return undefined;
  const more = (value: number, than: number): boolean => value > than;
  const [name = ""] = key.split(":");
  if (counted.has(key))
    return { usual: 0, weight: (value) => (value === 0 ? 0 : 2), isWorse: (a, b) => Math.abs(a) > Math.abs(b) };
  if (Object.hasOwn(leastFree, name)) {
    const least = Math.max(leastFree[name] ?? 0, usual * 0.02);
    return { usual, weight: (value) => (value <= least ? 2 : 0), isWorse: (a, b) => a < b };
  }
  const scale = (values.at(-1) ?? 0) > 1.5 ? 100 : 1;
  const ceiling = Object.hasOwn(full, key) ? (full[key] ?? 1) * scale : Number.POSITIVE_INFINITY;
  if (values.length < fewest)
    return ceiling === Number.POSITIVE_INFINITY
      ? undefined
      : { usual, weight: (value) => (value >= ceiling ? 1 : 0), isWorse: more };
  // The median of the distances from the median: what is out of the range does not move it.
  const distances = values.map((value) => Math.abs(value - usual)).sort((a, b) => a - b);
  const spread = distances[distances.length >> 1] ?? 0;
  const above = Math.max(
    8 * spread,
    Math.abs(usual) * 0.75,
    scale === 100 || Object.hasOwn(full, key) ? 0.2 * scale : 1,
  );
  return {
    usual,
    weight: (value) => (value >= ceiling ? 2 : (value - usual) / above),
    isWorse: more,
  };
}

/** The holes in a host's samples; their end counts as one where it wrote nothing else, and other hosts went on. `seen` tells when each host wrote last. */
export function silences(measured: readonly Measured[], seen: Evidence["seen"]): readonly Silence[] {
  const until = Math.max(0, ...[...seen.values()].map(({ to }) => to));
  const byHost = new Map<string, number[]>();
  for (const { host, points } of measured) {
    const times = byHost.get(host) ?? [];
    for (const { time } of points) times.push(time);
    byHost.set(host, times);
  }
  return [...byHost].flatMap(([host, times]) => {
    times.sort((a, b) => a - b);
    const steps = times
      .slice(1)
      .map((time, at) => time - (times[at] ?? 0))
      .filter((step) => step > 0);
    if (steps.length < fewest) return [];
    const usual = steps.toSorted((a, b) => a - b)[steps.length >> 1] ?? 0;
    const longest = Math.max(hole * usual, shortestSilence);
    const found: Silence[] = [];
    for (const [at, time] of times.entries()) {
      const next = times[at + 1];
      if (next !== undefined && next - time > longest) found.push({ host, from: time + usual, to: next });
    }
    const last = times.at(-1) ?? 0;
    const wrote = seen.get(host)?.to ?? last;
    if (until - last > longest && wrote - last < longest)
      found.push({ host, from: last + usual, to: Number.POSITIVE_INFINITY });
    return found;
  });
}
