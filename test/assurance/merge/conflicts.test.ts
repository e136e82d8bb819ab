// Where two people's changes do not go together: what is told, and what stays.
import { describe, expect, test } from "vitest";
import {
  type CaseNode,
  type DCase,
  type Merge,
  mergeCases,
  mergeText,
  type NodeType,
} from "../../../src/assurance/index.ts";

const same = (text: string): string => text;

/** `G1 goal It stops`, below it by two blanks each what supports it; by its first letter a uid is a strategy, a context or evidence (N), or else a goal. */
function caseOf(outline: string, name = "night"): DCase {
  const nodes: CaseNode[] = [];
  const edges: DCase["edges"][number][] = [];
  const above: string[] = [];
  const types: Readonly<Record<string, NodeType>> = { S: "strategy", C: "context", N: "evidence" };
  for (const line of outline.split("\n").filter((each) => each.trim() !== "")) {
    const [, blanks = "", uid = "", label = "", text = ""] = /^( *)(\w+)(?:=(\w+))? ?(.*)$/.exec(line) ?? [];
    const level = blanks.length / 2;
    above[level] = uid;
    const type: NodeType = types[uid.charAt(0)] ?? "goal";
    if (!nodes.some((node) => node.uid === uid)) nodes.push({ uid, label: label === "" ? uid : label, type, text });
    if (level > 0)
      edges.push({ kind: type === "context" ? "inContextOf" : "supportedBy", from: above[level - 1] ?? "", to: uid });
  }
  // As files have them: the edges of one node together.
  return { module: { name }, nodes, edges: nodes.flatMap(({ uid }) => edges.filter(({ from }) => from === uid)) };
}

function withNode(whole: DCase, uid: string, more: Partial<CaseNode>): DCase {
  return { ...whole, nodes: whole.nodes.map((node) => (node.uid === uid ? { ...node, ...more } : node)) };
}

function outlineOf({ nodes, edges }: DCase): string {
  const isBelow = new Set(edges.map(({ to }) => to));
  const lines: string[] = [];
  const stack: (readonly [string, number])[] = nodes
    .filter(({ uid }) => !isBelow.has(uid))
    .map(({ uid }) => [uid, 0] as const)
    .toReversed();
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const [uid, level] = next;
    const node = nodes.find((each) => each.uid === uid);
    const name = node === undefined || node.label === uid ? uid : `${uid}=${node.label}`;
    lines.push(`${"  ".repeat(level)}${name} ${node?.text ?? ""}`.trimEnd());
    stack.push(
      ...edges
        .filter(({ from }) => from === uid)
        .map(({ to }) => [`${to}`, level + 1] as const)
        .toReversed(),
    );
  }
  return lines.join("\n");
}

function told(merge: Merge): string {
  return mergeText(merge, { say: same, paint: { strong: same, dim: same } });
}

const base = caseOf(`
G1 It stops. It says so.
  C1 Thursday
  S1 By cause
    G2 Power
      N1 Test
    G3 Mail
`);

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
    expect(merge.conflicts.map((each) => each.kind === "field" && `${each.label} ${each.field}`)).toEqual([
      "night brief",
      "night agree owner",
      "N1 type",
      "N1 translations ja",
      "N1 tags A",
      "N1 evidence by",
    ]);
    expect(told(merge)).toContain('theirs: {"type":"goal"}');
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
    ours: {"note":"a","to":"G3"}
    theirs: {"note":"b","to":"G3"}
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
    expect(told(merge)).toBe("G9: both sides added it, each otherwise; ours stays: text, owner, tags\n");
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
