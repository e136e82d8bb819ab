// Where two people's changes do not go together: what is told, and what stays.
import { describe, expect, test } from "vitest";
import { type CaseNode, type DCase, mergeCases } from "../../../src/assurance/index.ts";
import { base, caseOf, outlineOf, told, withNode } from "./outlines.ts";

describe("a conflict", () => {
  test("of one sentence: ours stays", () => {
    const merge = mergeCases({
      base,
      ours: withNode(base, "G1", { text: "It halts. It says so." }),
      theirs: withNode(base, "G1", { text: "It never stops. It says so." }),
    });
    expect(merge.case.nodes[0]?.text).toBe("It halts. It says so.");
    expect(told(merge)).toBe(
      `G1: both sides changed it, each otherwise; ours stays: text
    base: It stops. It says so.
    ours: It halts. It says so.
    theirs: It never stops. It says so.
`,
    );
  });

  test("of a translation, a tag, evidence, a type and the module", () => {
    const of = (text: string, more: Partial<CaseNode>): DCase => ({
      ...withNode(base, "N1", { translations: { ja: text }, tags: [{ name: "A", value: text }], ...more }),
      module: { name: "night", brief: text, agree: { owner: text.length } },
    });
    const merge = mergeCases({
      base: of("a", { evidence: { by: "test" } }),
      ours: of("bb", { evidence: { by: "review" }, kind: "monitor" }),
      theirs: of("ccc", { evidence: { by: "load" }, type: "goal" }),
    });
    expect(merge.conflicts.map((each) => each.kind === "field" && [each.label, each.field, each.name])).toEqual([
      ["night", "brief", undefined],
      ["night", "agree", "owner"],
      ["N1", "type", undefined],
      ["N1", "translations", "ja"],
      ["N1", "tags", "A"],
      ["N1", "evidence", "by"],
    ]);
    expect(told(merge).match(/stays: .*/g)).toEqual([
      "stays: brief",
      "stays: who must agree owner",
      "stays: type",
      "stays: translation ja",
      "stays: tag A",
      "stays: evidence from",
    ]);
  });

  test("of a node that one removed and the other changed: ours stays", () => {
    const less = caseOf("G1 It stops. It says so.\n  C1 Thursday\n  S1 By cause\n    G3 Mail");
    const more = withNode(base, "N1", { text: "Load test" });
    const [kept, removed] = [
      mergeCases({ base, ours: more, theirs: less }),
      mergeCases({ base, ours: less, theirs: more }),
    ];
    // G2, below which it hangs, was removed with it and stays with it.
    expect(outlineOf(kept.case)).toBe(outlineOf(more));
    expect(told(kept)).toBe("N1: theirs removed it, ours changed it or put something below it; it stays\n");
    expect(outlineOf(removed.case)).toBe(outlineOf(less));
    expect(told(removed)).toBe("N1: ours removed it, theirs changed it or put something below it; it stays removed\n");
  });

  test("of a node that one removed and the other put something below", () => {
    const ours = caseOf("G1 It stops. It says so.\n  C1 Thursday\n  S1 By cause\n    G3 Mail");
    const theirs = caseOf(
      "G1 It stops. It says so.\n  C1 Thursday\n  S1 By cause\n    G2 Power\n      N1 Test\n      N7 Battery\n      G3 Mail",
    );
    const merge = mergeCases({ base, ours, theirs });
    expect(outlineOf(merge.case)).toBe(`${outlineOf(ours)}\nN7 Battery`);
    expect(told(merge)).toBe(
      `G2: ours removed it, theirs changed it or put something below it; it stays removed
G3: both sides moved it; it stays where ours has it
    ours: S1
    theirs: G2
G2 → N7: theirs added this edge, ours removed an end of it; it is left out
`,
    );
  });

  test("of a node that both moved", () => {
    const ours = caseOf(
      "G1 It stops. It says so.\n  C1 Thursday\n  G3 Mail\n  S1 By cause\n    G2 Power\n      N1 Test",
    );
    const theirs = caseOf(
      "G1 It stops. It says so.\n  C1 Thursday\n  S1 By cause\n    G2 Power\n      N1 Test\n      G3 Mail",
    );
    const merge = mergeCases({ base, ours, theirs });
    expect(outlineOf(merge.case)).toBe(outlineOf(ours));
    expect(told(merge)).toBe("G3: both sides moved it; it stays where ours has it\n    ours: G1\n    theirs: G2\n");
  });

  test("of moves that together would close a cycle", () => {
    const ours = caseOf(
      "G1 It stops. It says so.\n  C1 Thursday\n  S1 By cause\n    G3 Mail\n      G2 Power\n        N1 Test",
    );
    const theirs = caseOf(
      "G1 It stops. It says so.\n  C1 Thursday\n  S1 By cause\n    G2 Power\n      N1 Test\n      G3 Mail",
    );
    const merge = mergeCases({ base, ours, theirs });
    expect(outlineOf(merge.case)).toBe(outlineOf(ours));
    expect(told(merge)).toBe(
      `G3: what both sides moved would put it below itself; it stays where ours has it
    ours: S1
    theirs: G2
`,
    );
  });

  test("of a node that both put elsewhere among its neighbours", () => {
    const order = (uids: string): DCase => caseOf(`G1\n${[...uids].map((uid) => `  G${uid}`).join("\n")}`);
    const merge = mergeCases({ base: order("234567"), ours: order("345672"), theirs: order("342567") });
    expect(outlineOf(merge.case)).toBe(outlineOf(order("345672")));
    expect(told(merge)).toBe("G2: both sides put it elsewhere among its neighbours; ours stays: G1\n");
  });

  test("of what is said of an edge, and of an edge that one removed", () => {
    const edged = (note: string | undefined, rest: DCase = base): DCase => ({
      ...rest,
      edges: rest.edges.flatMap((edge) =>
        edge.to !== "G3" ? [edge] : note === undefined ? [] : note === "" ? [edge] : [{ ...edge, note }],
      ),
    });
    const [both, removed, kept] = [
      mergeCases({ base, ours: edged("a"), theirs: edged("b") }),
      mergeCases({ base, ours: edged(undefined), theirs: edged("b") }),
      mergeCases({ base, ours: edged("a"), theirs: edged(undefined) }),
    ];
    expect(both.case).toEqual(edged("a"));
    expect(told(both)).toBe(
      `S1 → G3: both sides changed what is said of this edge, each otherwise; ours stays
    ours: note a
    theirs: note b
`,
    );
    expect(removed.case).toEqual(edged(undefined));
    expect(told(removed)).toBe("S1 → G3: ours removed this edge, theirs changed or challenged it; it stays removed\n");
    expect(kept.case).toEqual(edged("a"));
    expect(told(kept)).toBe("S1 → G3: theirs removed this edge, ours changed or challenged it; it stays\n");
  });

  test("of an edge that one removed and the other challenged", () => {
    const counter: CaseNode = { uid: "X", label: "CG1", type: "counterGoal", text: "No" };
    const challenged: DCase = {
      ...base,
      nodes: [...base.nodes, counter],
      edges: [...base.edges, { kind: "challenges", from: "X", to: { from: "S1", to: "G3" } }],
    };
    const without: DCase = { ...base, edges: base.edges.filter(({ to }) => to !== "G3") };
    expect(mergeCases({ base, ours: challenged, theirs: without }).case).toEqual(challenged);
    const merge = mergeCases({ base, ours: without, theirs: challenged });
    expect(merge.case).toEqual({ ...without, nodes: challenged.nodes });
    expect(told(merge)).toBe(
      `S1 → G3: ours removed this edge, theirs changed or challenged it; it stays removed
CG1 → S1 → G3: theirs added this edge, ours removed an end of it; it is left out
`,
    );
  });

  test("of a node that both made with one uid", () => {
    const made = (more: Partial<CaseNode>): DCase => ({
      ...base,
      nodes: [...base.nodes, { uid: "n", label: "G9", type: "goal", text: "New", ...more }],
    });
    const merge = mergeCases({
      base,
      ours: made({ owner: "a" }),
      theirs: made({ text: "Old", tags: [{ name: "A", value: 1 }] }),
    });
    expect(merge.case).toEqual(made({ owner: "a" }));
    expect(told(merge)).toBe("G9: both sides added it, each otherwise; ours stays: text, owner, tag\n");
  });
});
