// Where two people's changes go together: fields, sentences, orders, labels, drawing.
import { describe, expect, test } from "vitest";
import { type CaseNode, type DCase, mergeCases } from "../../../src/assurance/index.ts";
import { base, caseOf, outlineOf, told, withNode } from "./outlines.ts";

describe("independent changes", () => {
  test("of several fields, of several languages, of sentences, and of the order below a node go together", () => {
    const ours = withNode(
      withNode(base, "G1", { text: "It halts. It says so.", translations: { ja: "止まる" }, owner: "operator" }),
      "N1",
      { evidence: { by: "test", of: "a", maxAge: "1d" }, tags: [{ name: "A", value: 1 }] },
    );
    const theirs = withNode(
      withNode(base, "G1", {
        text: "It stops. It tells the operator.",
        translations: { de: "Hält" },
        undeveloped: true,
      }),
      "N1",
      { tags: [{ name: "B", value: 2 }] },
    );
    const { case: merged, conflicts } = mergeCases({ base, ours, theirs });
    expect(conflicts).toEqual([]);
    expect(merged.nodes[0]).toEqual({
      uid: "G1",
      label: "G1",
      type: "goal",
      text: "It halts. It tells the operator.",
      translations: { ja: "止まる", de: "Hält" },
      owner: "operator",
      undeveloped: true,
    });
    expect(merged.nodes.find(({ uid }) => uid === "N1")).toMatchObject({
      evidence: { by: "test", of: "a", maxAge: "1d" },
      tags: [
        { name: "A", value: 1 },
        { name: "B", value: 2 },
      ],
    });
  });

  test("of evidence: how old it may be and what is expected go together", () => {
    const spec = (more: object): DCase =>
      withNode(base, "N1", { evidence: { by: "test", of: "a", maxAge: "30d", ...more } });
    const { case: merged, conflicts } = mergeCases({
      base: spec({}),
      ours: spec({ maxAge: "7d" }),
      theirs: spec({ of: "b", environment: { HOST: "h" } }),
    });
    expect(conflicts).toEqual([]);
    expect(merged.nodes.find(({ uid }) => uid === "N1")?.evidence).toEqual({
      by: "test",
      of: "b",
      maxAge: "7d",
      environment: { HOST: "h" },
    });
  });

  test("below one node stand in both orders", () => {
    const ours = caseOf(
      "G1 It stops. It says so.\n  C1 Thursday\n  S1 By cause\n    G3 Mail\n    G2 Power\n      N1 Test",
    );
    const theirs = caseOf(
      "G1 It stops. It says so.\n  C1 Thursday\n  S1 By cause\n    G2 Power\n      N1 Test\n    G3 Mail\n    G9 New",
    );
    const { case: merged, conflicts } = mergeCases({ base, ours, theirs });
    expect(conflicts).toEqual([]);
    expect(outlineOf(merged)).toBe(
      "G1 It stops. It says so.\n  C1 Thursday\n  S1 By cause\n    G3 Mail\n    G2 Power\n      N1 Test\n    G9 New",
    );
  });

  test("a node that one moved and the other reworded is moved and reworded", () => {
    const ours = caseOf(
      "G1 It stops. It says so.\n  C1 Thursday\n  G3 Mail\n  S1 By cause\n    G2 Power\n      N1 Test",
    );
    const { case: merged, conflicts } = mergeCases({ base, ours, theirs: withNode(base, "G3", { text: "Post" }) });
    expect(conflicts).toEqual([]);
    expect(outlineOf(merged)).toBe(outlineOf(withNode(ours, "G3", { text: "Post" })));
  });
});

describe("a label that both sides gave", () => {
  const made = (uid: string, label: string): DCase => {
    const node: CaseNode = { uid, label, type: "goal", text: uid, claimPoints: [{ name: "ACP1", at: [label] }] };
    return {
      module: { ...base.module, publishes: ["G1", label] },
      nodes: [...base.nodes, node],
      edges: [...base.edges, { kind: "supportedBy", from: "S1", to: uid }],
    };
  };

  test("stays with the node of ours; that of theirs gets the next free one, also where it is spoken of", () => {
    const merge = mergeCases({ base, ours: made("o", "G4"), theirs: made("t", "G4") });
    expect(merge.case.nodes.slice(-2).map(({ uid, label, claimPoints }) => [uid, label, claimPoints?.[0]?.at])).toEqual(
      [
        ["o", "G4", ["G4"]],
        ["t", "G5", ["G5"]],
      ],
    );
    expect(merge.case.module.publishes).toEqual(["G1", "G4", "G5"]);
    expect(merge.conflicts).toEqual([]);
    expect(told(merge)).toBe("G4: both sides made a node with this label; the one of theirs is now called G5\n");
  });

  test("is left alone where labels were exchanged, or where one side has it twice by itself", () => {
    const turned = withNode(withNode(base, "G2", { label: "G3" }), "G3", { label: "G2" });
    expect(mergeCases({ base, ours: made("o", "G4"), theirs: turned }).notes).toEqual([]);
    const twice = withNode(base, "G2", { label: "G3" });
    expect(mergeCases({ base, ours: made("o", "G4"), theirs: twice }).notes).toEqual([]);
  });
});

describe("how a node is drawn", () => {
  test("is put together, and where both changed it ours stays with a word", () => {
    const drawn = (charWrap: number, rankIncrement: number): DCase =>
      withNode(base, "G1", { presentation: { charWrap, rankIncrement } });
    expect(mergeCases({ base: drawn(1, 1), ours: drawn(2, 1), theirs: drawn(1, 2) })).toEqual({
      case: drawn(2, 2),
      conflicts: [],
      notes: [],
    });
    const merge = mergeCases({ base: drawn(1, 1), ours: drawn(2, 1), theirs: drawn(3, 2) });
    expect([merge.case, merge.conflicts]).toEqual([drawn(2, 2), []]);
    expect(told(merge)).toBe("G1: both sides changed how it is drawn; ours stays\n");
  });
});
