// The figures of the fault benchmark: the fixed split, calibration, confusion, costs, and rankings computed anew.
import { describe, expect, it } from "vitest";
import { sample } from "../../bench/faults/all.ts";
import { byErrno, byPatterns } from "../../bench/faults/baselines.ts";
import { classes, type FaultClass } from "../../bench/faults/case.ts";
import { cases } from "../../bench/faults/cases/index.ts";
import {
  calibration,
  confusionOf,
  costOf,
  costs,
  type Judged,
  quantile,
  sharesOf,
} from "../../bench/faults/measures.ts";
import { rank, type Weights, without } from "../../bench/faults/rank.ts";
import { report } from "../../bench/faults/report.ts";
import type { FaultRecord, Outcome } from "../../bench/faults/run.ts";
import { isFit, isHeldOut, partOf, parts } from "../../bench/faults/split.ts";

const said = (truth: FaultClass, first: FaultClass, p: number): Judged => {
  const others = classes.filter((each) => each !== first);
  return { truth, ranking: [{ class: first, p }, ...others.map((each) => ({ class: each, p: (1 - p) / 3 }))] };
};

describe("the split", () => {
  it("is the same for ever", () => {
    expect(["cp", "tar", "curl", "ssh"].map((name) => isFit("command", name))).toMatchInlineSnapshot(`
      [
        false,
        true,
        true,
        false,
      ]
    `);
    expect(["tmpfs-full", "refused-remote", "kill-9"].map((name) => isFit("mechanism", name))).toMatchInlineSnapshot(`
      [
        true,
        false,
        true,
      ]
    `);
  });

  it("asks for the command and the mechanism alone", () => {
    const known = { command: "cp", mechanism: "tmpfs-full" };
    expect(partOf({ ...known, id: "a", truth: "SystemFault" } as typeof known)).toBe(partOf(known));
  });

  it("leaves cases in each part", () => {
    for (const part of parts) expect(cases.filter((each) => partOf(each) === part).length, part).toBeGreaterThan(50);
  });
});

describe("the cases", () => {
  it("have names of their own", () => {
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });

  it("are at least 400, of at least 60 commands and 30 mechanisms, in three locales, and no class is under 15 %", () => {
    const count = (value: (each: (typeof cases)[number]) => string): number => new Set(cases.map(value)).size;
    expect(cases.length).toBeGreaterThanOrEqual(400);
    expect(count(({ command }) => command)).toBeGreaterThanOrEqual(60);
    expect(count(({ mechanism }) => mechanism)).toBeGreaterThanOrEqual(30);
    expect(count(({ locale = "C" }) => locale)).toBe(3);
    for (const each of classes)
      expect(cases.filter(({ truth }) => truth === each).length / cases.length, each).toBeGreaterThanOrEqual(0.15);
  });

  it("are drawn by a seed", () => {
    const drawn = (seed: number): string[] => sample(cases, 40, seed).map(({ id }) => id);
    expect(drawn(1)).toEqual(drawn(1));
    expect(drawn(1)).not.toEqual(drawn(2));
    expect(new Set(drawn(3)).size).toBe(40);
  });
});

describe("the figures", () => {
  const judged = [
    said("SystemFault", "SystemFault", 0.95),
    said("SystemFault", "UserFault", 0.95),
    said("UserFault", "UserFault", 0.55),
    said("ExternalFault", "ExternalFault", 0.55),
  ];

  it("count what comes first and what is in the top two", () => {
    expect(sharesOf(judged)).toEqual({ count: 4, first: 0.75, topTwo: 1 });
  });

  it("compare claims with what was right, bin by bin", () => {
    const { bins, error } = calibration(judged);
    expect(bins.filter(({ count }) => count > 0).map(({ from, count, right }) => [from, count, right])).toEqual([
      [0.5, 2, 1],
      [0.9, 2, 0.5],
    ]);
    expect(error).toBeCloseTo(0.5 * 0.45 + 0.5 * 0.45);
    expect(calibration([]).error).toBe(0);
  });

  it("say what was taken for what, and what that costs", () => {
    expect(confusionOf(judged).SystemFault).toEqual({
      SystemFault: 1,
      SoftwareFault: 0,
      UserFault: 1,
      ExternalFault: 0,
    });
    expect(costOf(judged)).toBe(costs.SystemFault.UserFault / 4);
    for (const each of classes) expect(costs[each][each]).toBe(0);
  });

  it("find quantiles", () => {
    expect(quantile([5, 1, 3], 0.5)).toBe(3);
    expect(quantile([5, 1, 3], 1)).toBe(5);
  });
});

describe("a ranking from the rules that spoke", () => {
  const weights: Weights = {
    priors: { SystemFault: 0.25, SoftwareFault: 0.3, UserFault: 0.3, ExternalFault: 0.15 },
    rules: { "errno.space": { SystemFault: 2 }, "origin.argument": { UserFault: 1.5, SoftwareFault: -1 } },
  };

  it("adds weights to the logarithm of the odds, by how much each word counts", () => {
    const [first, second] = rank({ "errno.space": 1, "origin.argument": 0.5, "unknown.rule": 1 }, weights);
    expect(first?.class).toBe("SystemFault");
    expect(second?.class).toBe("UserFault");
    expect((first?.p ?? 0) / (second?.p ?? 1)).toBeCloseTo((0.25 * Math.exp(2)) / (0.3 * Math.exp(0.75)));
  });

  it("gives the priors where nothing spoke", () => {
    expect(rank({}, weights).map(({ p }) => Math.round(p * 100))).toEqual([30, 30, 25, 15]);
  });

  it("leaves a source out", () => {
    expect(without({ "errno.space": 1, "origin.argument": 1 }, "errno")).toEqual({ "origin.argument": 1 });
  });
});

describe("the comparisons", () => {
  const record = (rest: Partial<FaultRecord>): FaultRecord => ({
    ...{ Api: "cp", Kind: "CommandFault", Message: "", Diagnosis: [] },
    ...rest,
  });

  it("know an error by its number, or by its text", () => {
    expect(byErrno(record({ ErrnoName: "ENOSPC" }))).toEqual(["SystemFault"]);
    expect(byErrno(record({ Message: "cp: x: Read-only file system" }))).toEqual(["SystemFault"]);
    expect(byErrno(record({ Message: "something else" }))).toEqual(classes);
  });

  it("know a failure by patterns, then by the exit code", () => {
    expect(byPatterns(record({ Message: "curl: (7) connection refused" }))[0]).toBe("ExternalFault");
    expect(byPatterns(record({ Message: "x ended with status 127: y" }))[0]).toBe("SystemFault");
  });
});

describe("the report", () => {
  const [one, two] = cases;
  if (one === undefined || two === undefined) throw new Error("there are no cases");
  const failed = (of: typeof one, first: FaultClass): Outcome => ({
    ...{ of, kind: "failed", milliseconds: 5 },
    record: {
      Api: of.command,
      Kind: "CommandFault",
      Message: "no",
      Diagnosis: said(of.truth, first, 0.9).ranking,
      Heard: { "errno.absent": 1 },
    },
  });

  it("tells cases that are not as they say, and what was left out", () => {
    const text = report([
      failed(one, one.truth),
      { of: two, kind: "mistake", why: "nothing failed", milliseconds: 5 },
      { of: two, kind: "absent", why: "docker", milliseconds: 0 },
    ]);
    expect(text).toContain(`1 failures of 3 cases`);
    expect(text).toContain("not there: docker");
    expect(text).toContain(`- ${two.id}: nothing failed`);
  });

  it("names wrong cases of the part that is fitted on only, unless it is asked", () => {
    const held = cases.find((each) => isHeldOut(partOf(each)) && each.needsState !== true);
    const known = cases.find((each) => partOf(each) === "fit" && each.needsState !== true);
    if (held === undefined || known === undefined) throw new Error("a part is empty");
    const wrong = (of: typeof held): Outcome => failed(of, of.truth === "SystemFault" ? "UserFault" : "SystemFault");
    expect(report([wrong(held), wrong(known)])).toContain(`- ${known.id} (`);
    expect(report([wrong(held), wrong(known)])).not.toContain(`- ${held.id} (`);
    expect(report([wrong(held), wrong(known)], { showsHeldOut: true })).toContain(`- ${held.id} (`);
  });

  it("tells what each source is worth, given the weights", () => {
    const weights: Weights = {
      priors: { SystemFault: 0.25, SoftwareFault: 0.25, UserFault: 0.25, ExternalFault: 0.25 },
      rules: { "errno.absent": { [one.truth]: 3 } },
    };
    const text = report([failed(one, one.truth)], { weights });
    expect(text).toMatch(/all of them \| 100\.0 %/);
    expect(text).toContain("without errno");
  });
});
