// Plans: the same seed gives the same runs, `all` is each step with each fault that fits it.
import { describe, expect, it } from "vitest";
import type { Campaign } from "../../src/injection/index.ts";
import { planOf, type Step } from "../../src/injection/index.ts";

const steps: readonly Step[] = [
  { id: "1:rsync", line: 1, kind: "command", name: "rsync", changes: true, network: true, hosts: ["db.example.com"] },
  { id: "2:grep", line: 2, kind: "command", name: "grep", changes: false, network: false, hosts: [] },
  {
    id: "3:System.writeText",
    line: 3,
    kind: "call",
    name: "System.writeText",
    changes: true,
    network: false,
    hosts: [],
  },
];

function campaign(changes: Partial<Campaign> = {}): Campaign {
  return {
    ...{ path: "/x/c.yaml", name: "c", script: "/x/a.dscript", directory: "/x", arguments: ["one"], environment: [] },
    ...{ files: ["in.csv"], proxies: [], hypothesis: { before: [], after: [], unchanged: [] }, expect: {}, seed: 1 },
    ...{ runs: null, parallel: 1, timeout: 1000, limits: { memory: 2 ** 30, processes: 100, disk: 2 ** 20 } },
    ...{ isolation: "auto", faults: [{ fault: "all", key: "faults[0]" }] },
    ...changes,
  };
}

function planned(changes: Partial<Campaign> = {}) {
  const plan = planOf(campaign(changes), steps);
  if ("mistakes" in plan) throw new Error(JSON.stringify(plan.mistakes));
  return plan;
}

describe("a plan", () => {
  it("is the same for the same seed, and in another order for another one", () => {
    expect(planned()).toEqual(planned());
    const order = (seed: number) => planned({ seed }).runs.map(({ number }) => number);
    expect(order(1)).not.toEqual(order(2));
    expect(order(1).toSorted()).toEqual(order(2).toSorted());
  });

  it("begins with the run without a fault", () => {
    expect(planned().runs[0]).toMatchObject({ number: 0, fault: "calm", expect: { end: ["done"] } });
  });

  it("unfolds `all`: each pair of a step and a fault that fits it is covered, inputs too", () => {
    const { runs, pairs } = planned();
    expect(new Set(runs.flatMap((run) => run.pairs))).toEqual(new Set(pairs));
    const faults = runs.map(({ fault }) => fault);
    expect(faults).toContain("missing-command:rsync from line 1");
    expect(faults).toContain("fail command grep with status 1 on line 2");
    expect(faults).toContain("disk-full:/ from line 3");
    expect(faults).toContain("argument:1=binary");
    expect(faults).toContain("file:in.csv=missing");
    expect(faults.filter((fault) => fault === "network-none")).toHaveLength(1);
    // What only reads meets no full disk.
    expect(faults.filter((fault) => fault.startsWith("disk-full"))).toHaveLength(2);
  });

  it("unfolds parameters, variables, proxies, and the hosts that the script names", () => {
    const faults = planned({
      arguments: ["--to", "/x"],
      environment: [["TARGET", "a"]],
      proxies: [{ name: "api", to: "db.example.com:80" }],
    }).runs.map(({ fault }) => fault);
    expect(faults).toContain("parameter:to=missing");
    expect(faults).toContain("variable:TARGET=binary");
    expect(faults).toContain("proxy:api=status=503");
    expect(faults.filter((fault) => fault === "refused:db.example.com")).toHaveLength(1);
    expect(faults).toContain("unreachable:db.example.com");
    expect(faults).toContain("kill System.writeText with SIGKILL on line 3");
  });

  it("knows whose a file is only where the campaign names it as input", () => {
    const faults = ["file:in.csv=missing", "file:/etc/app.conf=missing"].map((fault) => ({ fault, key: fault }));
    const classes = new Map(planned({ faults }).runs.map(({ fault, class: owner }) => [fault, owner]));
    expect(classes.get("file:in.csv=missing")).toBe("UserFault");
    expect(classes.get("file:/etc/app.conf=missing")).toBeUndefined();
  });

  it("draws so many runs by lot", () => {
    const some = planned({ runs: 5 }).runs;
    expect(some).toHaveLength(6);
    expect(some).toEqual(planned({ runs: 5 }).runs);
  });

  it("tells all mistakes of its faults", () => {
    const faults = ["disk-ful", "proxy:api=refuse"].map((fault, at) => ({ fault, key: `faults[${at}]` }));
    expect(planOf(campaign({ faults }), steps)).toMatchObject({
      mistakes: [
        { key: "faults[0]", next: "did you mean disk-full?" },
        { key: "faults[1]", problem: "the campaign has no proxy api" },
      ],
    });
  });

  it("takes no fault of an argument that is not given", () => {
    const mistakes = (fault: string) => planOf(campaign({ faults: [{ fault, key: "a" }], arguments: ["x"] }), steps);
    expect(mistakes("argument:2=missing")).toMatchObject({
      mistakes: [{ problem: "there is no argument 2: the script is given 1" }],
    });
    expect(mistakes("argument:3=empty")).toMatchObject({ mistakes: [{}] });
    expect(mistakes("argument:2=empty")).toMatchObject({ runs: [{}, {}] });
  });

  it("takes whose fault it is from the campaign, else from the fault", () => {
    const faults = [
      { fault: "fail command rsync with status 23", key: "a", class: "ExternalFault" },
      { fault: "disk-full", key: "b" },
      { fault: "kill rsync with SIGKILL", key: "c" },
    ] as const;
    const classes = planned({ faults })
      .runs.toSorted((a, b) => a.number - b.number)
      .map((run) => run.class);
    expect(classes).toEqual([undefined, "ExternalFault", "SystemFault", undefined]);
  });
});
