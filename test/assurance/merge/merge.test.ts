// Merging: what must hold of all cases.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type CaseEdge,
  canonicalCase,
  type DCase,
  differenceOf,
  indexOf,
  mergeCases,
} from "../../../src/assurance/index.ts";
import { cases, wildCases } from "../generated-cases.ts";
import { editedBy, forks } from "../generated-edits.ts";
import { deepCase, largeCase } from "../large-cases.ts";

const wildForks = wildCases.chain((base) =>
  fc.record({ base: fc.constant(base), ours: editedBy("o")(base), theirs: editedBy("t")(base) }),
);

function canonical(whole: DCase): string {
  const made = canonicalCase(whole);
  return made.ok ? made.text : "";
}

/** Edges whose ends the case does not have. */
function danglingIn(whole: DCase): readonly CaseEdge[] {
  const { byUid, out } = indexOf(whole);
  return whole.edges.filter(({ from, to }) => {
    if (!byUid.has(from)) return true;
    return typeof to === "string" ? !byUid.has(to) : !out(to.from).some((edge) => edge.to === to.to);
  });
}

/** Whether a node is somewhere below itself. */
function hasCycle({ nodes, edges }: DCase): boolean {
  const left = new Map(nodes.map(({ uid }) => [uid, 0]));
  const inner = edges.filter(
    ({ kind, from, to }) => /^(?:supportedBy|inContextOf)$/.test(kind) && left.has(from) && left.has(`${to}`),
  );
  for (const { to } of inner) left.set(`${to}`, (left.get(`${to}`) ?? 0) + 1);
  const free = [...left].filter(([, count]) => count === 0).map(([uid]) => uid);
  for (const uid of free) {
    for (const { to } of inner.filter(({ from }) => from === uid)) {
      left.set(`${to}`, (left.get(`${to}`) ?? 0) - 1);
      if (left.get(`${to}`) === 0) free.push(`${to}`);
    }
  }
  return free.length < left.size;
}

describe("a merge", () => {
  test("of three that are the same, or of which two are, is the third", () => {
    fc.assert(
      fc.property(fc.oneof(forks, wildForks), ({ base, ours }) => {
        expect(mergeCases({ base, ours: base, theirs: base })).toEqual({ case: base, conflicts: [], notes: [] });
        expect(mergeCases({ base, ours, theirs: base })).toEqual({ case: ours, conflicts: [], notes: [] });
        expect(mergeCases({ base, ours: base, theirs: ours })).toEqual({ case: ours, conflicts: [], notes: [] });
        expect(mergeCases({ base, ours, theirs: ours })).toEqual({ case: ours, conflicts: [], notes: [] });
      }),
    );
  });

  test("with a side that changed one thing is the other side with that thing", () => {
    // A brief of theirs keeps the short ways from being taken.
    const briefed = (whole: DCase): DCase => ({ ...whole, module: { ...whole.module, brief: "Another one" } });
    fc.assert(
      fc.property(forks, ({ base, ours }) => {
        const bare = { ...base, module: { name: "m" } };
        const own = { ...ours, module: { name: "m" } };
        expect(mergeCases({ base: bare, ours: own, theirs: briefed(bare) })).toEqual({
          case: briefed(own),
          conflicts: [],
          notes: [],
        });
        expect(mergeCases({ base: bare, ours: briefed(bare), theirs: own })).toEqual({
          case: briefed(own),
          conflicts: [],
          notes: [],
        });
        expect(mergeCases({ base: bare, ours: briefed(own), theirs: own }).case).toEqual(briefed(own));
      }),
    );
  });

  test("is the same from both sides where nothing conflicts", () => {
    let clean = 0;
    fc.assert(
      fc.property(fc.oneof(forks, wildForks), ({ base, ours, theirs }) => {
        const [one, other] = [mergeCases({ base, ours, theirs }), mergeCases({ base, ours: theirs, theirs: ours })];
        expect(other.conflicts.length === 0).toBe(one.conflicts.length === 0);
        if (one.conflicts.length + one.notes.length > 0) return;
        clean += 1;
        expect(canonical(other.case)).toBe(canonical(one.case));
      }),
      { numRuns: 300 },
    );
    expect(clean).toBeGreaterThan(50);
  });

  test("leaves no edge in the air that did not hang there before, makes no cycle, and gives no label twice", () => {
    fc.assert(
      fc.property(forks, ({ base, ours, theirs }) => {
        const { case: merged } = mergeCases({ base, ours, theirs });
        expect(danglingIn(merged)).toEqual([]);
        expect(hasCycle(merged)).toBe(false);
        expect(new Set(merged.nodes.map(({ label }) => label)).size).toBe(merged.nodes.length);
        expect(new Set(merged.nodes.map(({ uid }) => uid)).size).toBe(merged.nodes.length);
      }),
      { numRuns: 500 },
    );
  });

  test("of wild cases leaves in the air only what hung there on a side", () => {
    fc.assert(
      fc.property(wildForks, ({ base, ours, theirs }) => {
        const before = new Set(
          [base, ours, theirs].flatMap(danglingIn).map((edge) => JSON.stringify([edge.from, edge.to])),
        );
        const after = danglingIn(mergeCases({ base, ours, theirs }).case);
        expect(after.filter((edge) => !before.has(JSON.stringify([edge.from, edge.to])))).toEqual([]);
      }),
    );
  });

  test("holds all of both sides where nothing conflicts", () => {
    fc.assert(
      fc.property(forks, ({ base, ours, theirs }) => {
        const { case: merged, conflicts, notes } = mergeCases({ base, ours, theirs });
        if (conflicts.length + notes.length > 0) return;
        const uids = (whole: DCase): readonly string[] => [...whole.nodes.map(({ uid }) => uid)];
        const gone = uids(base).filter((uid) => !uids(ours).includes(uid) || !uids(theirs).includes(uid));
        const all = new Set([...uids(ours), ...uids(theirs)].filter((uid) => !gone.includes(uid)));
        expect(new Set(uids(merged))).toEqual(all);
        for (const side of [ours, theirs])
          for (const { kind, ...each } of differenceOf(base, side).nodes)
            if (kind === "changed" && "after" in each && each.after.text !== each.before.text)
              expect(merged.nodes.find(({ uid }) => uid === each.after.uid)?.text ?? each.after.text).not.toBe(
                each.before.text,
              );
      }),
    );
  });

  test("is made of cases that are 10,000 deep, and of 30,000 nodes", () => {
    const deep = deepCase(10_000);
    const reworded = (whole: DCase, uid: string): DCase => ({
      ...whole,
      nodes: whole.nodes.map((node) => (node.uid === uid ? { ...node, text: uid } : node)),
    });
    const merged = mergeCases({ base: deep, ours: reworded(deep, "d1"), theirs: reworded(deep, "d9998") });
    expect(merged.conflicts).toEqual([]);
    expect(canonical(merged.case)).toBe(canonical(reworded(reworded(deep, "d1"), "d9998")));
    const large = largeCase(30_000);
    const less = { ...large, nodes: large.nodes.slice(0, 20_000), edges: large.edges.slice(0, 19_999) };
    const { conflicts, case: whole } = mergeCases({ base: large, ours: reworded(large, "uid-29001"), theirs: less });
    expect(conflicts).toEqual([{ kind: "removed", by: "theirs", uid: "uid-29001", label: "Sn29001" }]);
    expect(whole.nodes).toHaveLength(20_001);
  });

  test("of cases of one's own making never throws", () => {
    fc.assert(
      fc.property(cases, wildCases, wildCases, (base, ours, theirs) => {
        mergeCases({ base, ours, theirs });
      }),
    );
  });
});
