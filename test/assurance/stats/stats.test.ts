// Figures of cases: counted right, also where a case is wrong.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CaseNode, type DCase, statsOf, statsText } from "../../../src/assurance/index.ts";
import { cases, wildCases } from "../generated-cases.ts";
import { deepCase, largeCase } from "../large-cases.ts";

const node = (uid: string, type: CaseNode["type"], more: Partial<CaseNode> = {}): CaseNode => ({
  uid,
  label: uid,
  type,
  text: `Text of ${uid}`,
  ...more,
});

const night: DCase = {
  module: { name: "night", language: "en", uses: ["day.dcase.yaml"] },
  nodes: [
    node("G1", "goal", { translations: { ja: "監視は停止しない。" }, owner: "owner" }),
    node("S1", "strategy"),
    node("G2", "goal"),
    node("G3", "goal", { undeveloped: true, owner: "operator" }),
    node("G4", "goal", { away: { module: "mail", node: "G1" } }),
    node("Sn1", "evidence", { evidence: { by: "test" }, translations: { ja: "試験" } }),
    node("Sn2", "evidence"),
    node("C1", "context", { text: "", uninstantiated: true }),
    node("CG1", "counterGoal", { kind: "risk" }),
    node("G5", "goal"),
  ],
  edges: [
    { kind: "supportedBy", from: "G1", to: "S1" },
    { kind: "inContextOf", from: "G1", to: "C1" },
    { kind: "supportedBy", from: "S1", to: "G2" },
    { kind: "supportedBy", from: "S1", to: "G3" },
    { kind: "supportedBy", from: "S1", to: "G4" },
    { kind: "supportedBy", from: "G2", to: "Sn1" },
    { kind: "supportedBy", from: "G2", to: "Sn2" },
    { kind: "challenges", from: "CG1", to: { from: "S1", to: "G2" } },
    { kind: "supportedBy", from: "S1", to: "G5" },
    { kind: "supportedBy", from: "G5", to: "elsewhere" },
  ],
};

describe("figures", () => {
  test("of a small case", () => {
    expect(statsText(statsOf(night), (text) => text).join("\n")).toMatchInlineSnapshot(`
      "nodes                               10 (goal 5, strategy 1, evidence 2, context 1, counterGoal 1)
      kinds                               risk 1
      edges                               10 (supported by 8, in context of 1, challenges 1)
      roots                               1 (G1)
      depth                               4
      breadth                             4
      most below one node                 4 (S1)
      ends in other modules, or missing   1
      goals that come down to evidence    2 / 5 (40 %)
      goals that do not                   3 (G1, G3, G5)
      branches that end without evidence  2 (G3, G5)
      undeveloped                         1 (G3)
      uninstantiated                      1 (C1)
      challenged                          1 (S1)
      evidence by source                  test 1
      evidence without a source           1 (Sn2)
      owners                              owner 1, operator 1
      goals without an owner              3 (G2, G4, G5)
      words                               en 27, ja 5
      not translated into ja              7 (S1, G2, G3, G4, Sn2, CG1, G5)
      other modules                       day.dcase.yaml, mail"
    `);
  });

  test("of an empty case are none", () => {
    const empty = statsOf({ module: { name: "m" }, nodes: [], edges: [] });
    expect(statsText(empty, (text) => text)).toEqual(["nodes    0", "edges    0", "depth    0", "breadth  0"]);
  });

  test("of a cycle: it counts as one, and no goal on it comes down to evidence", () => {
    const ring: DCase = { ...night, edges: [...night.edges, { kind: "supportedBy", from: "G2", to: "S1" }] };
    const { shape, coverage } = statsOf(ring);
    expect(shape.depth).toBe(3);
    expect(shape.onCycles.map(({ uid }) => uid)).toEqual(["S1", "G2"]);
    expect(coverage).toMatchObject({ goals: 5, covered: 1 });
  });

  test("of what is defeated: it supports nothing", () => {
    const open = (more: Partial<CaseNode>, defeated: boolean): number =>
      statsOf({
        module: { name: "m" },
        nodes: [node("G1", "goal"), node("Sn1", "evidence", more)],
        edges: [{ kind: "supportedBy", from: "G1", to: "Sn1", defeated }],
      }).coverage.open.length;
    expect([open({}, false), open({ defeated: true }, false), open({}, true)]).toEqual([0, 1, 1]);
  });

  test("fit together", () => {
    fc.assert(
      fc.property(fc.oneof(cases, wildCases), (whole) => {
        const { nodes, types, edges, shape, coverage } = statsOf(whole);
        const sum = (counts: object): number => Object.values(counts).reduce((all, each) => all + each, 0);
        expect(sum(types)).toBe(nodes);
        expect(sum(edges)).toBe(whole.edges.length);
        expect(coverage.covered + coverage.open.length).toBe(coverage.goals);
        expect(shape.depth).toBeLessThanOrEqual(nodes);
        expect(shape.breadth).toBeLessThanOrEqual(nodes);
      }),
    );
  });

  test("of cases that are 10,000 deep, and of 30,000 nodes", () => {
    expect(statsOf(deepCase(10_000))).toMatchObject({
      shape: { depth: 10_000, breadth: 1 },
      coverage: { goals: 9_999, covered: 9_999, ends: [] },
      words: { "": 30_000 },
    });
    const large = largeCase(30_000);
    // Words of Japanese are found in a dictionary, which takes its time.
    const english = large.nodes.map(({ translations: _, ...each }) => each);
    const { nodes, shape, unspecified } = statsOf({ ...large, nodes: english });
    expect([nodes, shape.depth, shape.widest?.below, unspecified.length]).toEqual([30_000, 7, 6, 0]);
  });
});
