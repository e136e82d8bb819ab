// Who may support whom, and how grave incomplete things are, by each profile.
import { describe, expect, it, test } from "vitest";
import { allRules, checkCases, isProfile, type Profile, profileNames } from "../../../src/assurance/index.ts";
import { files, made, type Short } from "./made.ts";

/** Whether the second may support the first, or be its context. */
function takes(profile: Profile, key: "supportedBy" | "inContextOf", from: Short, to: Short): boolean {
  const whole = made([
    { label: "a", [key]: ["b"], ...from },
    { label: "b", ...to },
  ]);
  return checkCases(files(whole), { profile, only: ["COR-07", "COR-08"] }).length === 0;
}

const nodes: Readonly<Record<string, Short>> = {
  goal: { type: "goal" },
  strategy: { type: "strategy" },
  evidence: { type: "evidence" },
  monitor: { type: "evidence", kind: "monitor" },
  context: { type: "context" },
  assumption: { type: "assumption" },
  justification: { type: "justification" },
  counterGoal: { type: "counterGoal" },
  counterEvidence: { type: "counterEvidence" },
};

function table(profile: Profile, key: "supportedBy" | "inContextOf"): Readonly<Record<string, string>> {
  const rows = Object.entries(nodes).map(([name, from]) => {
    const taken = Object.entries(nodes).filter(([, to]) => takes(profile, key, from, to));
    return [name, taken.map(([other]) => other).join(" ")] as const;
  });
  return Object.fromEntries(rows.filter(([, taken]) => taken !== ""));
}

const claims = "goal strategy evidence monitor counterGoal counterEvidence";
const presumptions = "context assumption justification";

describe("who may support whom", () => {
  test.each<[Profile, Readonly<Record<string, string>>]>([
    ["dcase", { goal: claims, strategy: claims, counterGoal: claims }],
    ["gate", { goal: claims, strategy: claims, counterGoal: claims }],
    ["gsn2x", { goal: claims, strategy: claims, counterGoal: "counterGoal counterEvidence" }],
    [
      "gsn3",
      {
        goal: "goal strategy evidence monitor",
        strategy: "goal",
        counterGoal: "goal strategy evidence monitor counterGoal counterEvidence",
      },
    ],
  ])("in %s", (profile, expected) => {
    expect(table(profile, "supportedBy")).toEqual(expected);
  });

  it("in dcase-editor, where goals support strategies, and evidence a goal", () => {
    const { goal, strategy, evidence, monitor, context } = table("dcase-editor", "supportedBy");
    expect([goal, strategy]).toEqual([
      "strategy evidence monitor context assumption justification counterGoal counterEvidence",
      "goal context assumption counterGoal counterEvidence",
    ]);
    expect(evidence).toBe(monitor);
    expect(evidence).toBe("context assumption counterGoal counterEvidence");
    expect(context).toBe("assumption counterGoal counterEvidence");
  });
});

describe("who may be the context of whom", () => {
  test.each<[Profile, readonly string[]]>([
    ["dcase", ["goal", "strategy", "evidence", "monitor", "counterGoal", "counterEvidence"]],
    ["gsn2x", ["goal", "strategy"]],
    ["gsn3", ["goal", "strategy", "counterGoal"]],
  ])("in %s", (profile, having) => {
    expect(table(profile, "inContextOf")).toEqual(Object.fromEntries(having.map((name) => [name, presumptions])));
  });
});

describe("the gate", () => {
  const unfinished = made({
    G1: { supportedBy: ["Sn1", "G2"] },
    G2: { undeveloped: true },
    Sn1: {},
    CG1: { challenges: ["G2"] },
  });

  it("refuses what is incomplete, of which the other profiles only advise", () => {
    const errors = (profile: Profile) =>
      checkCases(files(unfinished), { profile })
        .filter(({ level }) => level === "error")
        .map(({ rule }) => rule)
        .sort();
    expect(errors("gate")).toEqual(["ARG-04", "DIA-08", "EVI-01", "OWN-01", "OWN-04"]);
    expect(errors("dcase")).toEqual([]);
    expect(errors("gsn2x")).toEqual([]);
  });

  it("takes no rule lighter than the default profile", () => {
    const weight = { off: 0, advice: 1, warning: 2, error: 3 };
    expect(allRules.filter(({ levels }) => weight[levels.gate] < weight[levels.dcase])).toEqual([]);
  });

  it("lets a whole case pass", () => {
    const whole = made(
      {
        G1: { text: "The backup is complete", owner: "owner", supportedBy: ["Sn1"] },
        Sn1: {
          text: "Test that restores the backup",
          evidence: { by: "test", of: "restore.dscript", maxAge: "30d" },
        },
      },
      { agree: { owner: 1 } },
    );
    expect(checkCases(files(whole), { profile: "gate", today: "2027-01-01", roles: ["owner"] })).toEqual([]);
  });
});

test("profiles are known by their names", () => {
  expect(profileNames.filter(isProfile)).toEqual(profileNames);
  expect(["", "GSN3", "toString"].filter(isProfile)).toEqual([]);
});

test("the rules of gsn2x are on in its profile, but for those that it is asked for", () => {
  const asked = ["COR-03", "DIA-09"];
  const on = allRules.filter(({ levels, id }) => levels.gsn2x !== "off" && !/^(?:FIL|LIM)/.test(id));
  const known = allRules.filter(({ gsn2x, id }) => gsn2x !== undefined && !asked.includes(id) && !id.startsWith("FIL"));
  // A used file that does not exist has no number there.
  expect(on.map(({ id }) => id).filter((id) => id !== "MOD-06" && id !== "COR-11")).toEqual(known.map(({ id }) => id));
});
