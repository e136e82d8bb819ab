/** A sampler for tests: it has found what a case says. */
import type { Sampler } from "../../src/diagnosis/index.ts";
import type { Finding } from "../../src/diagnosis/sampler/finding.ts";
import type { Sample } from "../../src/diagnosis/sampler/sample.ts";

export interface Found {
  readonly host?: readonly Finding[];
  /** On whatever file system it is. */
  readonly place?: readonly Finding[];
}

const now: Sample = {
  at: 1000,
  late: 0,
  own: 0,
  timeOfDay: 0,
  processors: 2,
  stalls: {},
  group: {},
  interfaces: new Map(),
  mounts: [],
};

export function fakeSampler({ host = [], place = [] }: Found): Sampler {
  return {
    start: () => {},
    stop: () => {},
    use: () => {},
    latest: () => now,
    ring: () => [now],
    look: () => ({ now, covers: 1000, findings: host, place: () => place, userProcesses: () => [] }),
  };
}
