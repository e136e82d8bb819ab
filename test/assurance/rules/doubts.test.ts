// How defeat spreads through an argument.
import { describe, expect, it } from "vitest";
import { chainOf, checkCases, type DCase, type DoubtMark, doubtsOf } from "../../../src/assurance/index.ts";
import { files, made, type Short } from "./made.ts";

const shown = (cases: readonly DCase[], marks?: readonly DoubtMark[]) =>
  Object.fromEntries(
    [...doubtsOf(cases, marks)].map(([uid, doubt]) => [
      uid,
      chainOf(doubt)
        .map(({ label, how, says }) => `${label} ${how}${says === undefined ? "" : ` ${says}`}`)
        .join(", "),
    ]),
  );

const nodes: Readonly<Record<string, Short>> = {
  G1: { supportedBy: ["S1"] },
  S1: { supportedBy: ["G2", "G3"] },
  G2: { supportedBy: ["Sn1"], inContextOf: ["A1"] },
  G3: { supportedBy: ["Sn2"] },
  Sn1: {},
  Sn2: {},
  A1: {},
};
const challenged = (label: string): DCase =>
  made({ ...nodes, [label]: { ...nodes[label], defeated: true }, CG1: { challenges: [label] } });

describe("a doubt", () => {
  it("rises from defeated evidence to the top, and touches nothing beside its way", () => {
    expect(shown([challenged("Sn1")])).toEqual({
      Sn1: "Sn1 defeated",
      G2: "G2 below, Sn1 defeated",
      S1: "S1 below, G2 below, Sn1 defeated",
      G1: "G1 below, S1 below, G2 below, Sn1 defeated",
    });
  });

  it("rises from an assumption to what is stated with it", () => {
    expect(shown([challenged("A1")])["G2"]).toBe("G2 below, A1 defeated");
  });

  it("begins at a relation that is defeated", () => {
    const whole = made({ ...nodes, G3: { supportedBy: ["Sn2"], defeatedRelation: ["Sn2"] } });
    expect(shown([whole])).toEqual({
      G3: "G3 relation Sn2",
      S1: "S1 below, G3 relation Sn2",
      G1: "G1 below, S1 below, G3 relation Sn2",
    });
  });

  it("begins where something outside of the argument says so", () => {
    expect(shown([made(nodes)], [{ uid: "Sn2", says: "its test failed" }])["G3"]).toBe(
      "G3 below, Sn2 marked its test failed",
    );
    expect(shown([made(nodes)], [{ uid: "gone", says: "its test failed" }])).toEqual({});
  });

  it("does not rise from a counter-argument to what that challenges", () => {
    const whole = made({
      G1: { supportedBy: ["Sn1"] },
      Sn1: {},
      CG1: { challenges: ["Sn1"], supportedBy: ["CSn1"] },
      CSn1: { defeated: true },
      CG2: { challenges: ["CSn1"] },
    });
    expect(Object.keys(shown([whole]))).toEqual(["CSn1", "CG1"]);
    expect(checkCases(files(whole), { only: ["DIA-07"] })).toEqual([]);
  });

  it("rises into other modules, to what stands for the node and what it develops", () => {
    const pump = made({ G10: { defeated: true }, CG10: { challenges: ["G10"] } }, { name: "pump" });
    const plant = made(
      { G1: { supportedBy: ["G2"] }, G2: { away: { module: "pump", node: "G10" } }, G3: { undeveloped: true } },
      { name: "plant" },
    );
    const valve = made(
      { G20: { supportedBy: ["G10"] } },
      { name: "valve", extends: [{ module: "plant", develops: { G3: ["G20"] } }] },
    );
    expect(shown([plant, pump, valve])).toEqual({
      G10: "G10 defeated",
      G2: "G2 below, G10 defeated",
      G20: "G20 below, G10 defeated",
      G1: "G1 below, G2 below, G10 defeated",
      G3: "G3 below, G20 below, G10 defeated",
    });
  });

  it("takes the shortest way, and ends in a circle", () => {
    const whole = made({
      G1: { supportedBy: ["G2", "Sn1"] },
      G2: { supportedBy: ["G1", "G3"] },
      G3: { supportedBy: ["Sn1"] },
      Sn1: { defeated: true },
    });
    expect(shown([whole])["G1"]).toBe("G1 below, Sn1 defeated");
  });

  it("is said of the topmost node, with its way", () => {
    const [found, ...others] = checkCases(files(challenged("Sn1")), { only: ["DIA-07"] });
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      label: "G1",
      message: "`G1` is in doubt, because `Sn1` is defeated",
      help: "argue for it without that; the doubt came up by `Sn1` → `G2` → `S1` → `G1`",
      related: [{ label: "S1" }, { label: "G2" }, { label: "Sn1" }],
    });
    const marks = [{ uid: "Sn2", says: "its condition does not hold" }];
    expect(checkCases(files(made(nodes)), { only: ["DIA-07"], marks })[0]?.message).toBe(
      "`G1` is in doubt, because of `Sn2`: its condition does not hold",
    );
    expect(checkCases(files(challenged("G1")), { only: ["DIA-07"] })[0]?.message).toBe("`G1` is defeated");
  });

  it("bears an argument that is as deep as a file can be", () => {
    const labels = Array.from({ length: 20_000 }, (_, index) => `G${index}`);
    const deep = made(
      labels.map((label, index) =>
        index === 19_999 ? { label, defeated: true } : { label, supportedBy: [`G${index + 1}`] },
      ),
    );
    expect(doubtsOf([deep]).size).toBe(20_000);
    expect(checkCases(files(deep), { profile: "gate" }).some(({ rule }) => rule === "LIM-01")).toBe(true);
  });
});
