// What changes a digest and what does not: of the whole case, and of each node with what it rests on.
import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type CaseNode,
  canonicalCase,
  caseDigest,
  type DCase,
  indexOf,
  type Sha256,
  subtreeHashes,
} from "../../../src/assurance/index.ts";
import { cases, wildCases } from "../generated-cases.ts";
import { editedBy } from "../generated-edits.ts";
import { deepCase } from "../large-cases.ts";

const sha256: Sha256 = (text) => hash("sha256", text, "hex");

function digestOf(whole: DCase): string {
  const made = caseDigest(whole, sha256);
  return made.ok ? made.digest : made.troubles.map(({ message }) => message).join("\n");
}

function hashesOf(whole: DCase): ReadonlyMap<string, string> {
  const made = subtreeHashes(whole, sha256);
  return made.ok ? made.of : new Map();
}

const goal: CaseNode = { uid: "a", label: "G1", type: "goal", text: "It stops" };
const strategy: CaseNode = { uid: "b", label: "S1", type: "strategy", text: "By cause" };
const evidence: CaseNode = { uid: "c", label: "Sn1", type: "evidence", text: "Tests" };
const other: CaseNode = { uid: "d", label: "Sn2", type: "evidence", text: "Reviews" };
const small: DCase = {
  module: { name: "small" },
  nodes: [goal, strategy, evidence, other],
  edges: [
    { kind: "supportedBy", from: "a", to: "b" },
    { kind: "supportedBy", from: "b", to: "c" },
    { kind: "supportedBy", from: "b", to: "d" },
  ],
};

function withNode(whole: DCase, uid: string, more: Partial<CaseNode>): DCase {
  return { ...whole, nodes: whole.nodes.map((node) => (node.uid === uid ? { ...node, ...more } : node)) };
}

/** The uids of the nodes whose subtrees are not the same. */
function changedIn(before: DCase, after: DCase): readonly string[] {
  const [old, now] = [hashesOf(before), hashesOf(after)];
  return [...now].filter(([uid, each]) => old.get(uid) !== each).map(([uid]) => uid);
}

describe("the canonical form", () => {
  test("is the one that docs/case/digest.md shows, and so is its digest", () => {
    const page = readFileSync(new URL("../../../docs/case/digest.md", import.meta.url), "utf8");
    const canonical = canonicalCase(small);
    expect(canonical.ok && canonical.text).toBe(/^```json\n(.*)\n```$/m.exec(page)?.[1]);
    expect(digestOf(small)).toBe(/^sha256:[0-9a-f]{64}$/m.exec(page)?.[0]);
  });

  test("is JSON that holds every argument, in cases of every kind", () => {
    fc.assert(
      fc.property(wildCases, (whole) => {
        const canonical = canonicalCase(whole);
        expect(canonical.ok && JSON.parse(canonical.text).nodes).toHaveLength(whole.nodes.length);
      }),
    );
  });

  test("has no form where a text is none, and says where", () => {
    const broken = withNode(withNode(small, "c", { text: "a\udcff" }), "d", {
      tags: [{ name: "x", value: Number.NaN }],
    });
    expect(caseDigest(broken, sha256)).toEqual({
      ok: false,
      troubles: [
        {
          code: "DIG-01",
          message: '"Sn1" holds bytes that are no text, so that the case has no digest: at "text"',
          help: "write the file anew in UTF-8",
        },
        {
          code: "DIG-02",
          message:
            '"Sn2" holds a number that is infinite or none, so that the case has no digest: at "tags", 0, "value"',
          help: "write a number, or write it in quotes",
        },
      ],
    });
    expect(subtreeHashes(broken, sha256).ok).toBe(false);
  });
});

describe("the digest of a case", () => {
  test("is the same in parts as at once, and of one whose hashes are known", () => {
    const ofParts = (parts: Iterable<string>): string => sha256([...parts].join(""));
    fc.assert(
      fc.property(wildCases, (whole) => {
        const known = { ...whole };
        const trees = subtreeHashes(known, sha256);
        expect(trees.ok).toBe(true);
        const once = caseDigest(whole, sha256);
        expect(
          caseDigest(
            whole,
            Object.assign((text: string) => `not asked for: ${text}`, { ofParts }),
          ),
        ).toEqual(once);
        expect(caseDigest(known, sha256)).toEqual(once);
      }),
    );
  });

  test("does not depend on the order of the nodes, nor on how they are drawn, nor on what says nothing", () => {
    fc.assert(
      fc.property(cases, (whole) => {
        const drawn = whole.nodes.map((node) => ({ ...node, presentation: { charWrap: 12 } }));
        const turned = { ...whole, nodes: drawn.toReversed() };
        expect(digestOf(turned)).toBe(digestOf(whole));
        const empty = whole.nodes.map((node) => ({ undeveloped: false, tags: [], translations: {}, ...node }));
        expect(digestOf({ ...whole, nodes: empty })).toBe(digestOf(whole));
        expect(digestOf({ ...whole, module: { ...whole.module, presentation: { charWrap: 1 } } })).toBe(
          digestOf(whole),
        );
      }),
    );
  });

  test("depends on the order of a node's edges of one kind, not on the order of edges of several nodes", () => {
    const [top, first, second] = small.edges;
    expect(digestOf({ ...small, edges: [first!, second!, top!] })).toBe(digestOf(small));
    expect(digestOf({ ...small, edges: [top!, second!, first!] })).not.toBe(digestOf(small));
  });

  test.each<[string, DCase]>([
    ["a label", withNode(small, "c", { label: "Sn9" })],
    ["a text", withNode(small, "c", { text: "Test" })],
    ["a translation", withNode(small, "c", { translations: { ja: "試験" } })],
    ["a uid", withNode(small, "d", { uid: "e" })],
    ["evidence", withNode(small, "c", { evidence: { by: "test" } })],
    ["an edge's note", { ...small, edges: small.edges.map((edge) => ({ ...edge, note: "x" })) }],
    ["an edge of a missing node", { ...small, edges: [...small.edges, { kind: "supportedBy", from: "x", to: "a" }] }],
    ["a second node with a uid", { ...small, nodes: [...small.nodes, { ...other, text: "Other" }] }],
    ["publishing nothing", { ...small, module: { ...small.module, publishes: [] } }],
  ])("depends on %s", (_, changed) => {
    expect(digestOf(changed)).not.toBe(digestOf(small));
  });
});

describe("the hash of a subtree", () => {
  test("changes in what changed and in all above it, and nowhere else", () => {
    expect(changedIn(small, withNode(small, "c", { text: "Test" }))).toEqual(["a", "b", "c"]);
    expect(changedIn(small, withNode(small, "a", { text: "It halts" }))).toEqual(["a"]);
  });

  test("changes where a challenge is made: in the node that it is made against, or in the one whose edge it is", () => {
    const counter: CaseNode = { uid: "x", label: "CG1", type: "counterGoal", text: "Not at night" };
    const against = (to: CaseNode["uid"] | { from: string; to: string }): DCase => ({
      ...small,
      nodes: [...small.nodes, counter],
      edges: [...small.edges, { kind: "challenges", from: "x", to }],
    });
    expect(changedIn(small, against("c"))).toEqual(["a", "b", "c", "x"]);
    expect(changedIn(small, against({ from: "a", to: "b" }))).toEqual(["a", "x"]);
    expect(changedIn(against("d"), withNode(against("d"), "x", { defeated: true }))).toEqual(["a", "b", "d", "x"]);
  });

  test("is the same for all orders of nodes, on cycles as well", () => {
    fc.assert(
      fc.property(wildCases, (wild) => {
        const whole = { ...wild, nodes: [...indexOf(wild).byUid.values()] };
        const turned = hashesOf({ ...whole, nodes: whole.nodes.toReversed() });
        expect(turned.size).toBe(whole.nodes.length);
        expect([...turned].sort()).toEqual([...hashesOf(whole)].sort());
      }),
    );
  });

  test("changes on a whole cycle where one of its nodes changed", () => {
    const ring: DCase = { ...small, edges: [...small.edges, { kind: "supportedBy", from: "c", to: "b" }] };
    expect(changedIn(ring, withNode(ring, "c", { text: "Test" }))).toEqual(["a", "b", "c"]);
    expect(changedIn(ring, withNode(ring, "d", { text: "Review" }))).toEqual(["a", "b", "c", "d"]);
    expect(changedIn(ring, withNode(ring, "a", { text: "It halts" }))).toEqual(["a"]);
  });

  test("is the same in every node exactly where the digest of the case is, the module apart", () => {
    fc.assert(
      fc.property(
        cases.chain((whole) => fc.tuple(fc.constant(whole), editedBy("n")(whole))),
        ([before, after]) => {
          const isSame = digestOf({ ...after, module: before.module }) === digestOf(before);
          const [old, now] = [hashesOf(before), hashesOf(after)];
          expect(old.size === now.size && [...now].every(([uid, each]) => old.get(uid) === each)).toBe(isSame);
        },
      ),
    );
  });

  test("is made of cases that are 10,000 deep", () => {
    const deep = deepCase(10_000);
    expect(changedIn(deep, withNode(deep, "d9999", { text: "Other" }))).toHaveLength(10_000);
    expect(changedIn(deep, withNode(deep, "d0", { text: "Other" }))).toEqual(["d0"]);
  });
});
