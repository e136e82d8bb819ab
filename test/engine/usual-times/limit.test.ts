// The rule that says from when on a command is slow: how often it is wrong, on distributions that times of commands have.
import { describe, expect, test } from "vitest";
import { mostRuns, usualTime, withTime } from "../../../src/engine/usual-times/limit.ts";

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Draw = (random: () => number, run: number) => number;

const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const lognormal =
  (spread: number): Draw =>
  (random) =>
    1000 * Math.exp(spread * normal(random));
const pareto =
  (tail: number): Draw =>
  (random) =>
    1000 * (1 - random()) ** (-1 / tail);
/** A cache that is missed now and then. */
const misses =
  (share: number, times: number): Draw =>
  (random) =>
    (random() < share ? 1000 * times : 1000) * Math.exp(0.1 * normal(random));

const commands = 40;
const runs = 600;

/** The share of runs that were called slow, and the most in the life of one command. */
function alarms(draw: Draw): { readonly share: number; readonly most: number } {
  let all = 0;
  let judged = 0;
  let most = 0;
  for (let command = 0; command < commands; command += 1) {
    const random = randomOf(command * 7919 + 1);
    let times: readonly number[] = [];
    let own = 0;
    for (let run = 0; run < runs; run += 1) {
      const time = draw(random, run);
      const limit = usualTime(times)?.limit;
      if (limit !== undefined) judged += 1;
      if (limit !== undefined && time > limit) own += 1;
      times = withTime(times, time);
    }
    all += own;
    most = Math.max(most, own);
  }
  return { share: all / judged, most };
}

describe("false alarms are one in a hundred at most", () => {
  test.each<readonly [string, Draw]>([
    ["even times", (random) => 500 + 1000 * random()],
    ["lognormal times, spread 0.1", lognormal(0.1)],
    ["lognormal times, spread 1", lognormal(1)],
    ["lognormal times, spread 2", lognormal(2)],
    ["Pareto times, tail 3", pareto(3)],
    ["Pareto times, tail 1: no mean", pareto(1)],
    ["Pareto times, tail 0.7", pareto(0.7)],
    ["a cache missed by 30 %, ten times slower", misses(0.3, 10)],
    ["a cache missed by 5 %, twenty times slower", misses(0.05, 20)],
    ["a cache missed by 1 %, fifty times slower", misses(0.01, 50)],
    ["a cache missed by 0.3 %, a hundred times slower", misses(0.003, 100)],
    [
      "data that grow by half a percent a run",
      (random, run) => 1000 * 1.005 ** Math.min(run, 800) * Math.exp(0.2 * normal(random)),
    ],
    [
      "nights that are three times as slow",
      (random, run) => (run % 48 > 36 ? 3000 : 1000) * Math.exp(0.2 * normal(random)),
    ],
    [
      "a host that is three times as slow from one day on",
      (random, run) => (run > 300 ? 3000 : 1000) * Math.exp(0.1 * normal(random)),
    ],
  ])("%s", (_, draw) => {
    const { share, most } = alarms(draw);
    expect(share).toBeLessThan(0.01);
    expect(most).toBeLessThanOrEqual(runs * 0.02);
  });
});

describe("a command that is slow", () => {
  const steady = Array.from({ length: 50 }, (_, at) => 1000 + (at % 7) * 10);

  test("is noticed when it takes twice as long as ever", () => {
    const usual = usualTime(steady);
    expect(usual).toMatchObject({ usual: 1030, runs: 50 });
    expect(usual?.limit).toBeGreaterThan(1060 * 1.4);
    expect(usual?.limit).toBeLessThan(2000);
  });

  test("does not hide the next one: a hang of an hour counts as the limit", () => {
    const limit = usualTime(withTime(steady, 3_600_000))?.limit ?? 0;
    expect(limit).toBeLessThan(5000);
  });

  test("for good is learnt in a few steps", () => {
    let times: readonly number[] = steady;
    let told = 0;
    for (let run = 0; run < 30; run += 1) {
      if (20_000 > (usualTime(times)?.limit ?? 0)) told += 1;
      times = withTime(times, 20_000);
    }
    expect(told).toBeGreaterThan(0);
    expect(told).toBeLessThanOrEqual(5);
  });
});

describe("nothing is said", () => {
  test("of a command with fewer than twenty runs", () => {
    expect(usualTime(Array.from({ length: 19 }, () => 1000))).toBeUndefined();
  });

  test("of one that takes less than a quarter of a second", () => {
    expect(usualTime(Array.from({ length: 60 }, () => 10))?.limit).toBe(250);
    expect(usualTime(Array.from({ length: 60 }, () => 0))?.limit).toBe(250);
  });

  test("of what was ahead of the last hundred runs", () => {
    let times: readonly number[] = Array.from({ length: mostRuns }, () => 90_000);
    for (let run = 0; run < mostRuns; run += 1) times = withTime(times, 1000);
    expect(times).toHaveLength(mostRuns);
    expect(usualTime(times)?.limit).toBe(1500);
  });
});
