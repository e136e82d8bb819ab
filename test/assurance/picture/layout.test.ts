// Where everything of a case stands: nothing lies on anything else, whatever the case is.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type CaseEdge,
  type CaseLayout,
  type CaseNode,
  type DCase,
  type LayoutOptions,
  layoutOf,
  type NodeType,
  type PlacedNode,
} from "../../../src/assurance/index.ts";
import { cases } from "../generated-cases.ts";
import { caseOf, edges, everything, japanese, large, node, small } from "./cases.ts";

const texts = [
  "",
  "One word",
  "The service survives a peak of requests in the registration week",
  "電源断が起きてもデータは失われない",
  "w".repeat(70),
];
const types: readonly NodeType[] = [
  "goal",
  "strategy",
  "evidence",
  "context",
  "assumption",
  "justification",
  "counterGoal",
];

/** Nodes 0 to n; edges lead from lower to higher numbers, so that there are no circles. */
const graphs = (circles: boolean): fc.Arbitrary<DCase> =>
  fc
    .record({
      nodes: fc.array(
        fc.record({ type: fc.constantFrom(...types), text: fc.constantFrom(...texts), more: fc.nat(9) }),
        { minLength: 1, maxLength: 40 },
      ),
      lines: fc.array(fc.record({ from: fc.nat(39), to: fc.nat(42), kind: fc.nat(9) }), { maxLength: 70 }),
    })
    .map(({ nodes, lines }) => {
      const made = nodes.map(
        ({ type, text, more }, at): CaseNode =>
          node(`N${at}`, type, text, {
            ...(more === 0 ? { undeveloped: true } : {}),
            ...(more === 1 ? { away: { module: "other", node: "G1" } } : {}),
            ...(more === 2 ? { kind: "contract" } : {}),
            ...(more === 3 ? { presentation: { rankIncrement: 2, horizontalIndex: { relative: -1 } } } : {}),
            ...(more === 4 ? { presentation: { horizontalIndex: { absolute: "last" } } } : {}),
          }),
      );
      const kinds = ["inContextOf", "challenges", "responsibility"] as const;
      const made2 = lines.flatMap(({ from, to, kind }): readonly CaseEdge[] => {
        if (from >= nodes.length || (!circles && to <= from)) return [];
        return [{ kind: kinds[kind] ?? "supportedBy", from: `u-N${from}`, to: `u-N${to}` }];
      });
      return caseOf("Generated", made, made2);
    });

const overlaps = ({ nodes }: CaseLayout): readonly string[] =>
  nodes.flatMap((a, at) =>
    nodes.slice(at + 1).flatMap((b) => {
      const apart =
        a.left + a.width <= b.left + 0.01 ||
        b.left + b.width <= a.left + 0.01 ||
        a.top + a.height <= b.top + 0.01 ||
        b.top + b.height <= a.top + 0.01;
      return apart ? [] : [`${a.uid} and ${b.uid}`];
    }),
  );

function at(layout: CaseLayout, label: string): PlacedNode {
  const found = layout.byUid.get(`u-${label}`);
  if (found === undefined) throw new Error(`${label} is not drawn`);
  return found;
}

const middle = ({ left, width }: PlacedNode): number => left + width / 2;

describe("whatever a case is", () => {
  test.each([
    ["trees and graphs without circles", false],
    ["circles and missing ends", true],
  ])("no two boxes overlap, and none is outside: %s", (_, circles) => {
    fc.assert(
      fc.property(graphs(circles), fc.constantFrom("stacked" as const, "beside" as const), (whole, leaves) => {
        const layout = layoutOf(whole, { leaves });
        expect(overlaps(layout)).toEqual([]);
        for (const { left, top, width, height } of layout.nodes) {
          expect(left).toBeGreaterThanOrEqual(-0.01);
          expect(top).toBeGreaterThanOrEqual(0);
          expect(left + width).toBeLessThanOrEqual(layout.width + 0.01);
          expect(top + height).toBeLessThanOrEqual(layout.height + 0.01);
        }
        expect(layout.nodes.length).toBeGreaterThanOrEqual(whole.nodes.length);
        for (const { points } of layout.lines)
          for (const { x, y } of points) expect([x, y].every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("what supports stands below what it supports, from all of its parents", () => {
    fc.assert(
      fc.property(graphs(false), (whole) => {
        const layout = layoutOf(whole);
        // A challenge places its challenger below as well, so that only cases without them have no circles.
        if (whole.edges.some(({ kind }) => kind === "challenges")) return;
        for (const { kind, from, to } of whole.edges) {
          if (kind !== "supportedBy" || typeof to !== "string") continue;
          const [upper, lower] = [layout.byUid.get(from), layout.byUid.get(to)];
          if (upper === undefined || lower === undefined) continue;
          expect(lower.top).toBeGreaterThanOrEqual(upper.top + upper.height);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("it is the same every time, and folding what is unfolded again changes nothing", () => {
    fc.assert(
      fc.property(graphs(true), (whole) => {
        const shown = ({ nodes }: CaseLayout) => nodes.map(({ uid, left, top }) => [uid, left, top]);
        const before = shown(layoutOf(whole));
        layoutOf(whole, { folded: new Set([whole.nodes[0]?.uid ?? ""]) });
        expect(shown(layoutOf({ ...whole }))).toEqual(before);
      }),
    );
  });

  test("a chain of 10,000 goals and a circle of 10,000 are laid out", () => {
    const nodes = Array.from({ length: 10_000 }, (_, index) => node(`G${index}`, "goal", "deep"));
    const chain = nodes
      .slice(1)
      .map(({ uid }, index): CaseEdge => ({ kind: "supportedBy", from: `u-G${index}`, to: uid }));
    const deep = layoutOf(caseOf("Deep", nodes, chain));
    expect(at(deep, "G9999").rank).toBe(9999);
    const circle = layoutOf(caseOf("Circle", nodes, [...chain, { kind: "supportedBy", from: "u-G9999", to: "u-G0" }]));
    expect(circle.lines).toHaveLength(10_000);
  });
});

describe("where things stand", () => {
  test("a parent stands in the middle above its children, contexts to both sides of their node", () => {
    const layout = layoutOf(small, { leaves: "beside" });
    const [first, last] = [at(layout, "G2"), at(layout, "G4")];
    expect(middle(at(layout, "S1"))).toBeCloseTo((middle(first) + middle(last)) / 2, 5);
    expect(at(layout, "C1").rank).toBe(at(layout, "G1").rank);
    const both = layoutOf(
      caseOf(
        "Two",
        [node("G1", "goal", ""), node("C1", "context", ""), node("C2", "context", "")],
        edges("G1 @ C1 C2"),
      ),
    );
    expect(middle(at(both, "C1"))).toBeLessThan(middle(at(both, "G1")));
    expect(middle(at(both, "C2"))).toBeGreaterThan(middle(at(both, "G1")));
  });

  test("a node of several parents stands once, beneath the first one, and every edge is drawn", () => {
    const layout = layoutOf(small);
    expect(layout.nodes.filter(({ uid }) => uid === "u-Sn1")).toHaveLength(1);
    expect(middle(at(layout, "Sn1"))).toBeCloseTo(middle(at(layout, "G2")), 5);
    expect(layout.lines.filter(({ to }) => to === "u-Sn1").map(({ from, isCurved }) => [from, isCurved])).toEqual([
      ["u-G2", false],
      ["u-G3", true],
    ]);
  });

  test("a challenger stands below what it challenges; its line leads up to it, or to the line that it challenges", () => {
    const layout = layoutOf(everything);
    expect(at(layout, "CG1").rank).toBe(at(layout, "G3").rank + 1);
    const lines = layout.lines.filter(({ kind }) => kind === "challenges");
    expect(lines.map(({ from, to }) => [from, to])).toEqual([
      ["u-CG1", "u-G3"],
      ["u-CG2", "u-Sn1"],
    ]);
    const [toNode, toLine] = lines.map(({ points }) => points.at(-1));
    expect(toNode?.y).toBe(at(layout, "G3").top + at(layout, "G3").box.body.height);
    expect(toLine?.y).toBeLessThan(at(layout, "Sn1").top);
    expect(toLine?.y).toBeGreaterThan(at(layout, "G2").top + at(layout, "G2").height);
  });

  test("an edge whose end is not there leads to a box that says so", () => {
    const layout = layoutOf(everything);
    expect(layout.nodes.filter(({ isAbsent }) => isAbsent).map(({ uid }) => uid)).toEqual(["u-Sn6", "u-G7", "u-G8"]);
  });

  test("who is nothing but responsible stands beside what it is responsible for", () => {
    const layout = layoutOf(everything);
    expect(at(layout, "O1").rank).toBe(at(layout, "M1").rank);
    const line = layout.lines.find(({ kind }) => kind === "responsibility");
    expect([line?.from, line?.to]).toEqual(["u-O1", "u-M1"]);
  });

  test("gsn2x's rankIncrement moves a node down, and its horizontalIndex along its row", () => {
    const ask = (presentation: CaseNode["presentation"]): CaseLayout =>
      layoutOf(
        caseOf(
          "Asked",
          [
            node("G1", "goal", ""),
            node("G2", "goal", ""),
            node("G3", "goal", "", presentation === undefined ? {} : { presentation }),
          ],
          edges("G1 > G2 G3"),
        ),
      );
    const order = (layout: CaseLayout) => middle(at(layout, "G3")) - middle(at(layout, "G2"));
    expect(order(ask(undefined))).toBeGreaterThan(0);
    expect(order(ask({ horizontalIndex: { absolute: 0 } }))).toBeLessThan(0);
    expect(order(ask({ horizontalIndex: { relative: -1 } }))).toBeLessThan(0);
    expect(at(ask({ rankIncrement: 2 }), "G3").rank).toBe(3);
  });

  test("many leaves in a row are stacked on both sides of a line", () => {
    const leaves = Array.from({ length: 8 }, (_, index) => `Sn${index}`);
    const whole = caseOf(
      "Leaves",
      [node("G1", "goal", ""), ...leaves.map((label) => node(label, "evidence", ""))],
      edges(`G1 > ${leaves.join(" ")}`),
    );
    const tops = (options: LayoutOptions) =>
      new Set(
        layoutOf(whole, options)
          .nodes.slice(1)
          .map(({ top }) => top),
      ).size;
    expect([tops({}), tops({ leaves: "beside" })]).toEqual([2, 1]);
  });

  test("a small edit leaves every branch that it does not touch as it is", () => {
    const before = large(80, 3);
    const [edited, sibling] = ["u-S2", "u-new"];
    const after: DCase = {
      ...before,
      nodes: [...before.nodes, { uid: sibling, label: "G999", type: "goal", text: "One more" }],
      edges: [...before.edges, { kind: "supportedBy", from: edited, to: sibling }],
    };
    const [one, other] = [layoutOf(before, { leaves: "beside" }), layoutOf(after, { leaves: "beside" })];
    const moved = new Map(one.nodes.map(({ uid, left, top }) => [uid, [left, top] as const]));
    // Within a branch, everybody is as far from the others as before.
    for (const { kind, from, to } of before.edges) {
      if (kind !== "supportedBy" || typeof to !== "string" || from === edited || from === "u-G1") continue;
      const distance = (layout: CaseLayout) => (layout.byUid.get(to)?.left ?? 0) - (layout.byUid.get(from)?.left ?? 0);
      expect(distance(other)).toBeCloseTo(distance(one), 5);
    }
    for (const { uid, top } of other.nodes) if (uid !== sibling) expect(top).toBe(moved.get(uid)?.[1]);
  });

  test("a box is as high as its rows, which are made later", () => {
    const heights = { label: 19, text: 18, note: 15, status: 20 };
    fc.assert(
      fc.property(
        cases,
        fc.constantFrom<0 | 1 | 2>(0, 1, 2),
        fc.integer({ min: 1, max: 4 }),
        (whole, detail, mostLines) => {
          const statuses = new Map(whole.nodes.slice(1).map(({ uid }) => [uid, { mark: "stale", words: "" } as const]));
          for (const { box, node } of layoutOf(whole, { detail, mostLines, statuses }).nodes) {
            const rows = box.rows.reduce((sum, { role }) => sum + heights[role], 0);
            expect(2 * box.rowsTop + rows + (node.away === undefined ? 0 : 22)).toBe(box.body.height);
            expect(box.width).toBeGreaterThanOrEqual(Math.max(...box.rows.map(({ width }) => width)));
          }
        },
      ),
    );
  });

  test("lines go through no box: Japanese, everything, and a large case", () => {
    for (const whole of [japanese, everything, large(200)]) {
      const layout = layoutOf(whole);
      const straight = layout.lines.filter(({ isCurved, kind }) => !isCurved && kind !== "challenges");
      const hits = straight.flatMap(({ points, from, to }) =>
        points.slice(1).flatMap((end, index) => {
          const start = points[index] ?? end;
          const [left, right] = [Math.min(start.x, end.x) - 1, Math.max(start.x, end.x) + 1];
          const [top, bottom] = [Math.min(start.y, end.y) - 1, Math.max(start.y, end.y) + 1];
          return layout.nodes
            .filter(({ uid }) => uid !== from && uid !== to)
            .filter((box) => right > box.left && left < box.left + box.width)
            .filter((box) => bottom > box.top && top < box.top + box.height)
            .map(({ uid }) => `${from} to ${to} through ${uid}`);
        }),
      );
      expect(hits).toEqual([]);
    }
  });
});
