/** What this host was short of in the last minute, read from the samples: facts for the diagnosis, with the figures that explain them. */

import { amount, percent, seconds } from "./figures.ts";
import type { Finding } from "./finding.ts";
import { mountFindings } from "./mount-findings.ts";
import type { Fill, MountState, Sample, Stalls } from "./sample.ts";

/** What the samples say when something has failed. */
export interface SampleView {
  readonly now: Sample;
  /** Milliseconds from the first sample of the run to now. */
  readonly covers: number;
  /** What holds for the host as a whole. */
  readonly findings: readonly Finding[];
  /** What holds for the file system that an absolute path lies on; empty where it is not known. */
  place(path: string): readonly Finding[];
  /** Whether the user may have no more processes (RLIMIT_NPROC); takes 20 ms at most, and is asked only where that may be so. */
  userProcesses(): readonly Finding[];
}

export interface ViewRequest {
  /** The oldest first; the last one is now. */
  readonly samples: readonly Sample[];
  /** The first of the run: it may be older than all of them. */
  readonly first: Sample;
  readonly now: Sample;
  readonly mountAt: (path: string) => MountState | undefined;
  readonly userProcesses: () => Fill | undefined;
}

const minute = 60_000;
/** Shares over less than this are noise, in milliseconds. */
const shortest = 2000;

/** Reads the samples. Thresholds are docs/language/faults.md, 1.5. */
export function createView(request: ViewRequest): SampleView {
  const { samples, first, now } = request;
  const recent = samples.filter((each) => each.at >= now.at - minute);
  return {
    now,
    covers: now.at - first.at,
    findings: [
      ...kills(first, now),
      ...stalled(recent[0] ?? now, now),
      ...exhausted(now),
      ...clock(samples, now),
      ...starved(recent),
      ...interfaces(recent[0] ?? now, now),
    ],
    place(path) {
      const state = request.mountAt(path);
      return state === undefined ? [] : mountFindings(state, samples);
    },
    userProcesses() {
      const fill = request.userProcesses();
      if (fill === undefined || fill.used < fill.most - 1) return [];
      return [{ fact: "processes-gone", values: { processes: `${fill.used} of the user's ${fill.most}` } }];
    },
  };
}

/** The kernel killed somebody since the run began. */
function kills(first: Sample, now: Sample): readonly Finding[] {
  const grown = difference(first.oomKills, now.oomKills);
  return grown > 0 ? [{ fact: "oom-killed", values: { kills: String(grown) } }] : [];
}

const memorySome = 0.2;
const memoryFull = 0.05;
const ioFull = 0.3;
const cpuSome = 0.5;
/** Without PSI: threads that want to run, a processor. */
const crowded = 2;
/** Pages a second, which are 4 MiB at the usual size. */
const swapStorm = 1000;

/** Work stood still for want of something. */
function stalled(from: Sample, to: Sample): readonly Finding[] {
  const found: Finding[] = [];
  const elapsed = to.at - from.at;
  if (elapsed < shortest) return found;
  const share = (a: Stalls | undefined, b: Stalls | undefined, of: keyof Stalls): number =>
    difference(a?.[of], b?.[of]) / 1000 / elapsed;
  const some = share(from.stalls.memory, to.stalls.memory, "some");
  const full = share(from.stalls.memory, to.stalls.memory, "full");
  if (some > memorySome || full > memoryFull)
    found.push({ fact: "memory-pressure", values: { memoryStall: percent(Math.max(some, full)) } });
  const pages = (difference(from.swapped, to.swapped) / elapsed) * 1000;
  if (pages > swapStorm) found.push({ fact: "swap-storm", values: { pages: String(Math.round(pages)) } });
  const io = share(from.stalls.io, to.stalls.io, "full");
  if (io > ioFull) found.push({ fact: "io-saturated", values: { ioStall: percent(io) } });
  const cpu = share(from.stalls.cpu, to.stalls.cpu, "some");
  const busy = difference(from.busy, to.busy) / Math.max(1, difference(from.ticks, to.ticks));
  const waiting = to.stalls.cpu === undefined ? (to.load ?? 0) / to.processors / crowded : cpu / cpuSome;
  if (busy > allBusy && waiting > 1)
    found.push({ fact: "cpu-saturated", values: { busy: percent(busy), cpuStall: percent(Math.max(cpu, 0)) } });
  return found;
}

const allBusy = 0.9;
const nearly = 0.97;

/** What has a most, and is at it. */
function exhausted({ descriptors, processes, group }: Sample): readonly Finding[] {
  const found: Finding[] = [];
  const isFull = (fill: Fill | undefined): fill is Fill => fill !== undefined && fill.used >= fill.most * nearly;
  if (isFull(descriptors))
    found.push({ fact: "descriptors-gone", values: { descriptors: `${descriptors.used} of ${descriptors.most}` } });
  const threads = [group.processes, processes].find(isFull);
  if (threads !== undefined)
    found.push({ fact: "processes-gone", values: { processes: `${threads.used} of ${threads.most}` } });
  if (isFull(group.memory))
    found.push({
      fact: "memory-limit",
      values: { groupMemory: `${amount(group.memory.used)} of ${amount(group.memory.most)}` },
    });
  return found;
}

/** Milliseconds: smaller ones are the slewing of a time service, or the reading itself. */
const step = 500;

/** The time of day jumped, or the host slept, in the last five minutes. */
function clock(samples: readonly Sample[], now: Sample): readonly Finding[] {
  let stepped = 0;
  let asleep = 0;
  for (const [index, to] of samples.entries()) {
    const from = samples[index - 1];
    if (from === undefined) continue;
    const slept = sleepBetween(from, to);
    const jumped = to.timeOfDay - from.timeOfDay - slept;
    if (Math.abs(jumped) > Math.abs(stepped)) stepped = jumped;
    asleep = Math.max(asleep, slept);
  }
  const found: Finding[] = [];
  if (Math.abs(stepped) >= step) {
    const direction = stepped > 0 ? "forward" : "back";
    found.push({ fact: "clock-stepped", values: { step: `${seconds(Math.abs(stepped))} ${direction}` } });
  }
  if (asleep >= step && now.sinceBoot !== undefined)
    found.push({ fact: "was-asleep", values: { asleep: seconds(asleep) } });
  return found;
}

/** The clock that never jumps stands still while a host sleeps; the time since the boot does not. */
function sleepBetween(from: Sample, to: Sample): number {
  if (from.sinceBoot === undefined || to.sinceBoot === undefined) return 0;
  const slept = to.sinceBoot - from.sinceBoot - (to.at - from.at);
  // /proc/uptime is told in hundredths of a second.
  return slept >= step ? slept : 0;
}

/** Milliseconds. */
const longPause = 3000;

/** Samples came late although the engine itself had little to do: the host, or whoever stopped the engine, kept it from running. */
function starved(recent: readonly Sample[]): readonly Finding[] {
  let worst = 0;
  for (const [index, each] of recent.entries()) {
    const before = recent[index - 1];
    const own = before === undefined ? 0 : each.own - before.own;
    if (each.late > worst && own < each.late / 2) worst = each.late;
  }
  return worst >= longPause ? [{ fact: "starved", values: { pause: seconds(worst) } }] : [];
}

const fewTroubles = 10;
const manyTroubles = 0.01;

/** An interface that loses more than one packet in a hundred. */
function interfaces(from: Sample, to: Sample): readonly Finding[] {
  for (const [name, counts] of to.interfaces) {
    const before = from.interfaces.get(name);
    const troubles = difference(before?.troubles, counts.troubles);
    const packets = difference(before?.packets, counts.packets);
    if (troubles >= fewTroubles && troubles > (packets + troubles) * manyTroubles)
      return [{ fact: "net-errors", values: { interface: name, troubles: String(troubles) } }];
  }
  return [];
}

/** How much a counter grew; 0 where it is not known, or began again. */
function difference(from: number | undefined, to: number | undefined): number {
  return from === undefined || to === undefined ? 0 : Math.max(0, to - from);
}
