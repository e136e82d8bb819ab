/** The sampler: looks at this host once a second while a run lasts, and costs a hundredth of one processor at most. */

import { SampleReader } from "./reader.ts";
import { Ring } from "./ring.ts";
import type { Sample } from "./sample.ts";
import { userProcesses } from "./user-processes.ts";
import { createView, type SampleView } from "./view.ts";

export interface SamplerOptions {
  /** Absolute paths whose file systems are looked at from the start. */
  readonly paths: readonly string[];
  /** Milliseconds from one sample to the next; 1000 unless given. */
  readonly interval?: number;
  /** Where /proc is. */
  readonly proc?: string;
}

export interface Sampler {
  /** Takes the first sample, and then one an interval. It keeps nobody alive. */
  start(): void;
  stop(): void;
  /** Has the file system of an absolute path looked at from now on. */
  use(path: string): void;
  /** The newest sample; undefined ahead of the first. */
  latest(): Sample | undefined;
  /** The samples of the last five minutes, the oldest first. */
  ring(): readonly Sample[];
  /** What this host was short of, by a sample taken now and those before it. Never throws. */
  look(): SampleView;
}

const usual = 1000;
const longest = 30_000;
/** The share of one processor that samples may take. */
const budget = 0.01;
/** How long a sample may serve, in milliseconds. */
const fresh = 100;
/** Paths that are kept until the first sample. */
const mostEarly = 64;

/** Makes a sampler; nothing is read ahead of `start`. None of its methods throws. */
export function createSampler({ paths, interval = usual, proc = "/proc" }: SamplerOptions): Sampler {
  const ring = new Ring();
  const early = new Set(paths);
  let reader: SampleReader | undefined;
  let first: Sample | undefined;
  let timer: NodeJS.Timeout | undefined;
  let due = 0;
  /** Milliseconds of processor time a sample, the mean of the last ones. */
  let cost = 0;

  const take = (late: number, whole: boolean): Sample => {
    if (reader === undefined) {
      reader = new SampleReader(proc);
      for (const path of early) reader.mounts.use(path);
    }
    const before = process.cpuUsage();
    const sample = reader.read(late, whole || first === undefined);
    const { user, system } = process.cpuUsage(before);
    cost = cost === 0 ? (user + system) / 1000 : cost * 0.8 + ((user + system) / 1000) * 0.2;
    first ??= sample;
    ring.add(sample);
    return sample;
  };
  const wait = (): void => {
    const pause = Math.min(longest, Math.max(interval, cost / budget));
    due = performance.now() + pause;
    timer = setTimeout(tick, pause).unref();
  };
  const tick = (): void => {
    take(Math.max(0, performance.now() - due), false);
    wait();
  };

  return {
    start() {
      if (timer !== undefined) return;
      take(0, true);
      wait();
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
      reader?.close();
      reader = undefined;
    },
    use(path) {
      if (reader === undefined) {
        if (early.size < mostEarly) early.add(path);
      } else reader.mounts.use(path);
    },
    latest: () => ring.latest(),
    ring: () => ring.list(),
    look() {
      const last = ring.latest();
      const late = timer === undefined ? 0 : Math.max(0, performance.now() - due);
      const isFresh = last !== undefined && performance.now() - last.at < fresh && reader?.mounts.isWaiting !== true;
      const now = isFresh ? last : take(late, true);
      return createView({
        samples: ring.list(),
        first: first ?? now,
        now,
        mountAt: (path) => reader?.mounts.stateAt(path),
        userProcesses: () => userProcesses(proc),
      });
    },
  };
}
