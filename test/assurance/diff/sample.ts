// Two states of a small case in which everything that can change has changed.
import type { CaseEdge, CaseNode, DCase } from "../../../src/assurance/index.ts";

const supports = (from: string, to: string): CaseEdge => ({ kind: "supportedBy", from, to });

const top: CaseNode = { uid: "a", label: "G1", type: "goal", text: "The switch is dependable enough" };
const strategy: CaseNode = { uid: "s", label: "S1", type: "strategy", text: "Argue over the fault matrix" };
const mail: CaseNode = { uid: "g4", label: "G4", type: "goal", text: "Mail arrives" };
const tests: CaseNode = {
  uid: "e1",
  label: "Sn1",
  type: "evidence",
  text: "Tests",
  evidence: { by: "test", of: "night.dscript", maxAge: "30d" },
};

export const before: DCase = {
  module: { name: "night", brief: "The night switch", agree: { owner: 1 } },
  nodes: [
    top,
    {
      uid: "c",
      label: "C1",
      type: "context",
      text: "Thursday night",
      tags: [{ name: "PEAK", value: "Thu 14:40-16:10" }],
    },
    strategy,
    {
      uid: "g2",
      label: "G2",
      type: "goal",
      text: "The system stops within 5 s\nand says so",
      undeveloped: true,
      translations: { ja: "監視は5秒以内に停止する。" },
    },
    { uid: "g3", label: "G3", type: "goal", text: "No sample misses the peak" },
    mail,
    tests,
    { uid: "e2", label: "Sn2", type: "evidence", text: "Old report", attachments: [{ name: "r.pdf" }] },
  ],
  edges: [
    supports("a", "s"),
    { kind: "inContextOf", from: "a", to: "c" },
    supports("s", "g2"),
    supports("s", "g3"),
    supports("s", "g4"),
    supports("g3", "e1"),
    supports("g3", "e2"),
  ],
};

export const after: DCase = {
  module: { name: "night", brief: "The night switch of the lab", agree: { owner: 1, operator: 2 } },
  nodes: [
    top,
    {
      uid: "c",
      label: "C1",
      type: "context",
      text: "Thursday night",
      tags: [
        { name: "PEAK", value: "Thu 15:00-16:10" },
        { name: "HOST", value: ["a", "b"] },
      ],
      validUntil: "2027-03-31",
    },
    strategy,
    {
      uid: "g2",
      label: "G2",
      type: "strategy",
      text: "The system halts soon, within 5 s\nand says so",
      translations: { ja: "監視は 10 秒以内に停止しない。", de: "Hält an" },
    },
    { uid: "g3", label: "G30", type: "goal", text: "No sample misses the peak" },
    mail,
    { ...tests, evidence: { by: "test", of: "night.dscript", maxAge: "7d" } },
    { uid: "n", label: "CG1", type: "counterGoal", text: "A power cut\nempties the RAM disk", owner: "operator" },
    {
      uid: "n2",
      label: "G7",
      type: "goal",
      text: "The sampler misses no peak",
      evidence: { by: "inject", of: "power-cut" },
    },
  ],
  edges: [
    supports("a", "s"),
    { kind: "inContextOf", from: "a", to: "c" },
    supports("a", "g3"),
    supports("s", "g4"),
    { ...supports("s", "g2"), optional: true },
    supports("g3", "e1"),
    supports("g3", "n2"),
    { kind: "challenges", from: "n", to: "g4" },
    supports("zz", "n3"),
  ],
};

/** The same case with other uids. */
export function withOtherUids(whole: DCase): DCase {
  return {
    ...whole,
    nodes: whole.nodes.map((node) => ({ ...node, uid: `x${node.uid}` })),
    edges: whole.edges.map(({ from, to, ...more }) => ({
      ...more,
      from: `x${from}`,
      to: typeof to === "string" ? `x${to}` : { from: `x${to.from}`, to: `x${to.to}` },
    })),
  };
}
