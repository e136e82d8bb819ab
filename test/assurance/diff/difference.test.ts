// Differences of cases: complete, silent where nothing changed, and in agreement with the digests.
import { hash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type CaseDifference,
  canonicalCase,
  type DCase,
  differenceOf,
  indexOf,
  subtreeHashes,
} from "../../../src/assurance/index.ts";
import { cases, wildCases } from "../generated-cases.ts";
import { editedBy } from "../generated-edits.ts";
import { deepCase, largeCase } from "../large-cases.ts";
import { after, before, withOtherUids } from "./sample.ts";

const edited = fc
  .oneof(cases, wildCases.map(firstOnes))
  .chain((whole) => fc.tuple(fc.constant(whole), editedBy("n")(whole)));

/** Without the nodes whose uid an earlier one has: they are no part of a difference. */
function firstOnes(whole: DCase): DCase {
  return { ...whole, nodes: [...indexOf(whole).byUid.values()] };
}

function canonical(whole: DCase): string {
  const made = canonicalCase(whole);
  return made.ok ? made.text : "";
}

function hashesOf(whole: DCase): ReadonlyMap<string, string> {
  const made = subtreeHashes(whole, (text) => hash("sha256", text, "hex"));
  return made.ok ? made.of : new Map();
}

function toldIn({ nodes }: CaseDifference): ReadonlySet<string> {
  return new Set(nodes.map((each) => (each.kind === "changed" ? each.after.uid : each.node.uid)));
}

describe("a difference", () => {
  test("is none exactly where the canonical forms are the same", () => {
    fc.assert(
      fc.property(edited, ([one, other]) => {
        expect(differenceOf(one, one).isSame).toBe(true);
        expect(differenceOf(one, other).isSame).toBe(canonical(one) === canonical(other));
      }),
    );
  });

  test("tells of every node that came or went, and nothing of the order of the file", () => {
    fc.assert(
      fc.property(edited, ([one, other]) => {
        const kinds = (kind: string, of: CaseDifference) =>
          of.nodes.flatMap((each) => (each.kind === kind && "node" in each ? [each.node.uid] : [])).sort();
        const [to, back] = [differenceOf(one, other), differenceOf(other, one)];
        fc.pre(to.matched.length === 0);
        expect(kinds("added", to)).toEqual(kinds("removed", back));
        expect(kinds("removed", to)).toEqual(kinds("added", back));
        expect(differenceOf(one, { ...one, nodes: one.nodes.toReversed() }).isSame).toBe(true);
      }),
    );
  });

  test("has as suspects exactly those whose subtree has another hash though nothing is told of them", () => {
    fc.assert(
      fc.property(edited, ([one, other]) => {
        const [old, now] = [hashesOf(one), hashesOf(other)];
        const difference = differenceOf(one, other);
        fc.pre(difference.matched.length === 0);
        const told = toldIn(difference);
        const differing = [...now].filter(([uid, each]) => old.has(uid) && old.get(uid) !== each).map(([uid]) => uid);
        expect(difference.suspects.map(({ uid }) => uid)).toEqual(differing.filter((uid) => !told.has(uid)));
      }),
    );
  });

  test("is of evidence only where nothing else of a node has changed", () => {
    const node = (maxAge: string, text: string): DCase => ({
      module: { name: "m" },
      nodes: [{ uid: "a", label: "Sn1", type: "evidence", text, evidence: { by: "test", maxAge } }],
      edges: [],
    });
    expect(differenceOf(node("1d", "T"), node("2d", "T")).evidenceOnly).toBe(true);
    expect(differenceOf(node("1d", "T"), node("2d", "U")).evidenceOnly).toBe(false);
    expect(differenceOf(node("1d", "T"), node("1d", "T")).evidenceOnly).toBe(false);
  });

  test("moves as few of the nodes below another one as can be", () => {
    const wide = largeCase(7);
    const [first, ...others] = wide.edges;
    const { nodes, suspects } = differenceOf(wide, { ...wide, edges: [...others, first!] });
    expect(nodes.flatMap((each) => (each.kind === "changed" ? each.changes : []))).toEqual([
      { kind: "placed", under: { uid: "uid-0", label: "G0", edge: "supportedBy" }, before: 1, after: 5 },
    ]);
    expect(suspects).toEqual([{ uid: "uid-0", label: "G0" }]);
  });

  test("holds names of people that JavaScript takes for something else", () => {
    const tagged = (name: string): DCase => ({
      module: { name: "m" },
      nodes: [{ uid: "a", label: "G1", type: "goal", text: "", tags: [{ name, value: 1 }], layers: { [name]: 1 } }],
      edges: [],
    });
    for (const name of ["constructor", "__proto__", "toString"]) {
      const [node] = differenceOf(tagged("x"), tagged(name)).nodes;
      expect(node?.kind === "changed" && node.changes.map((each) => "name" in each && each.name).sort()).toEqual(
        [name, name, "x", "x"].sort(),
      );
    }
  });

  test("is made of cases that are 10,000 deep, and of 30,000 nodes", () => {
    const deep = deepCase(10_000);
    const reworded = {
      ...deep,
      nodes: deep.nodes.map((node) => (node.uid === "d9999" ? { ...node, text: "x" } : node)),
    };
    expect(differenceOf(deep, reworded).suspects).toHaveLength(9_999);
    const large = largeCase(30_000);
    const less = { ...large, nodes: large.nodes.slice(0, 20_000), edges: large.edges.slice(0, 19_999).toReversed() };
    expect(differenceOf(large, less).nodes.filter(({ kind }) => kind === "removed")).toHaveLength(10_000);
  });
});

describe("a case whose uids are all others", () => {
  test("is the same by its labels", () => {
    fc.assert(
      fc.property(cases, (whole) => {
        const difference = differenceOf(whole, withOtherUids(whole));
        expect(difference.isSame).toBe(true);
        expect(difference.matched).toHaveLength(whole.nodes.length);
      }),
    );
  });

  test("is found again by its words where it was renumbered", () => {
    const renumbered = {
      ...withOtherUids(before),
      nodes: withOtherUids(before).nodes.map((node, at) => ({ ...node, label: `N${at}` })),
    };
    const { nodes, matched } = differenceOf(before, renumbered);
    expect(matched.every(({ by }) => by === "text")).toBe(true);
    expect(
      nodes.flatMap((each) => (each.kind === "changed" ? each.changes.map(({ kind }) => kind) : [each.kind])),
    ).toEqual(before.nodes.map(() => "relabelled"));
  });

  test("tells what changed as if the uids had stayed", () => {
    const told = (one: DCase): readonly (readonly string[])[] =>
      differenceOf(one, after).nodes.map((each) =>
        each.kind === "changed"
          ? [each.after.label, ...each.changes.map(({ kind }) => kind)]
          : [each.kind, each.node.label],
      );
    expect(told(withOtherUids(before))).toEqual(told(before));
  });
});
